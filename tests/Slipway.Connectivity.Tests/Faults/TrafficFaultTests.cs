using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Connections that are made, and on which not everything passes.</summary>
public sealed class TrafficFaultTests(Lab lab) : Fault(lab)
{
    [Theory]
    [InlineData("http-request deny deny_status 405 if { method PUT PATCH DELETE }", "method-blocked", "PUT: the answer is 405; PATCH: the answer is 405; DELETE: the answer is 405")]
    [InlineData("http-request del-header slipway-test- -m beg", "header-lost", "does not arrive as it was sent")]
    public void Requests_are_filtered(string rule, string cause, string words)
    {
        var port = cause == "method-blocked" ? 8220 : 8221;
        StartOnRouter($$"""
            frontend filter
              bind :::{{port}} v4v6 ssl crt {{Lab.Certificates.Both("edge")}} alpn h2,http/1.1
              {{rule}}
              default_backend filtered
            backend filtered
              server edge {{Address.Edge4}}:443 ssl verify none sni str({{Address.ServiceName}})
            """);
        Divert(port);
        var examined = Doctor(["--server", Address.Service, .. Only("C10")]);
        examined.IsCausedBy("C10", cause);
        Assert.Contains(words, examined.Of("C10", "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_is_not_taken_spoils_nothing_else()
    {
        Lab[Machine].Variables["SLIPWAY_TOKEN"] = "slw_nobody_knows-this";
        var examined = Examine();
        Assert.Equal(["C18"], examined.Roots);
        Assert.Equal(("token-refused", 1), (examined.Of("C18", "cause"), examined.Run.ExitCode));
        Assert.Equal(("Ok", "Ok"), (examined.Of("C11", "state"), examined.Of("C12", "state")));
    }

    [Fact]
    public void Answers_are_held_back()
    {
        StartNginx(8201, "client_max_body_size 0;", "proxy_buffering on;", "proxy_ignore_headers X-Accel-Buffering;");
        Examine().IsCausedBy("C12", "stream-buffered");
    }

    [Fact]
    public void Uploads_are_limited_by_what_nginx_takes_when_nobody_tells_it()
    {
        StartNginx(8202);
        var examined = Doctor(["--server", Address.Service, "--timeout", "5", .. Only("C11", "C18")]);
        examined.IsCausedBy("C11", "upload-limited");
        Assert.Contains("nginx limits uploads", examined.Of("C11", "summary"), StringComparison.Ordinal);
        Assert.Contains("client_max_body_size", examined.Of("C11", "remedy"), StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_connections_are_cut()
    {
        StartOnRouter($$"""
            frontend quiet
              mode tcp
              bind :::8210 v4v6
              timeout client 2s
              default_backend quiet
            backend quiet
              mode tcp
              timeout server 2s
              server edge {{Address.Edge4}}:443
            """);
        Divert(8210);
        Doctor(["--server", Address.Service, "--timeout", "5", "--idle", "4", .. Only("C12", "C15")]).IsCausedBy("C15", "idle-cut");
    }

    [Fact]
    public void Uploads_stand_still()
    {
        Lab["border"].Sysctl("net.netfilter.nf_conntrack_acct=1");
        Filter("tcp dport 443 ct original bytes > 300000 drop");
        ExamineSilence(Only("C09", "C11")).IsCausedBy("C11", "upload-stalled");
    }

    [Fact]
    public void Large_packets_vanish()
    {
        Filter("tcp dport 443 meta length > 1300 drop");
        ExamineSilence(Only("C09", "C11")).IsCausedBy("C11", "upload-stalled");
    }

    // nginx on the customer's router, in front of the builder.
    private void StartNginx(int port, params string[] settings)
    {
        var certificate = Lab.Certificates;
        Lab.Run("border", "nginx", "-c", Lab["border"].Write($"nginx-{port}.conf", $$"""
            user root;
            pid {{Path.Combine(Lab["border"].Folder, $"nginx-{port}.pid")}};
            error_log /dev/null;
            worker_processes 1;
            events {}
            http {
              access_log off;
              server {
                listen {{port}} ssl;
                listen [::]:{{port}} ssl;
                ssl_certificate {{certificate.Certificate("edge")}};
                ssl_certificate_key {{certificate.Key("edge")}};
                {{string.Join("\n    ", settings)}}
                location / {
                  proxy_pass https://{{Address.Edge4}};
                  proxy_ssl_server_name on;
                  proxy_ssl_name {{Address.ServiceName}};
                  proxy_set_header Host {{Address.ServiceName}};
                  proxy_http_version 1.1;
                }
              }
            }
            """)).Well();
        Divert(port);
    }
}
