using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Connections that are made, and on which not everything passes.</summary>
public sealed class TrafficFaultTests(Lab lab) : Fault(lab)
{
    [Fact]
    public void Answers_are_held_back()
    {
        var certificate = Lab.Certificates;
        Lab.Run("border", "nginx", "-c", Lab["border"].Write("nginx.conf", $$"""
            user root;
            pid {{Path.Combine(Lab["border"].Folder, "nginx.pid")}};
            error_log /dev/null;
            worker_processes 1;
            events {}
            http {
              access_log off;
              server {
                listen 8201 ssl;
                listen [::]:8201 ssl;
                ssl_certificate {{certificate.Certificate("edge")}};
                ssl_certificate_key {{certificate.Key("edge")}};
                client_max_body_size 0;
                location / {
                  proxy_pass https://{{Address.Edge4}};
                  proxy_ssl_server_name on;
                  proxy_ssl_name {{Address.BuilderName}};
                  proxy_set_header Host {{Address.BuilderName}};
                  proxy_http_version 1.1;
                  proxy_buffering on;
                  proxy_ignore_headers X-Accel-Buffering;
                }
              }
            }
            """)).Well();
        Divert(8201);
        Examine().IsCausedBy("C12", "stream-buffered");
    }

    [Fact]
    public void Quiet_connections_are_cut()
    {
        StartOnRouter($$"""
            frontend quiet
              mode tcp
              bind :::8210 v4v6
              timeout client 400ms
              default_backend quiet
            backend quiet
              mode tcp
              timeout server 400ms
              server edge {{Address.Edge4}}:443
            """);
        Divert(8210);
        ExamineWhole().IsCausedBy("C15", "idle-cut");
    }

    [Fact]
    public void Uploads_stand_still()
    {
        Lab["border"].Sysctl("net.netfilter.nf_conntrack_acct=1");
        Filter("tcp dport 443 ct original bytes > 300000 drop");
        ExamineSilence().IsCausedBy("C11", "upload-stalled");
    }

    [Fact]
    public void Large_packets_vanish()
    {
        Filter("tcp dport 443 meta length > 1300 drop");
        ExamineSilence().IsCausedBy("C11", "upload-stalled");
    }
}
