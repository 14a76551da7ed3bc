using System.Text;
using Slipway.Gateway.Configuration;
using Slipway.Gateway.Tunnels;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Configuration;

public sealed class GatewayConfigurationReaderTests
{
    private const string Whole = """
        // The gateway of the plant in Turin.
        {
          "listen": ["127.0.0.1:3128", "[::1]:3128"],
          "allow": [
            "Builder",
            "registry.npmjs.org", "*.example.com", "git.example.com:22",
            { "host": "mirror.example.com", "ports": ["80", "443"], "tls": false },
          ],
          "deny": ["secret.example.com"],
          "allowAddresses": ["10.1.2.0/24"],
          "builder": { "url": "https://builder.example.com", "key": "sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
          "clients": {
            "from": ["10.0.0.0/8", "192.0.2.7"], "passwords": "htpasswd",
            "certificates": { "authority": "ca.pem", "names": ["fe-*.example.com"], "revocations": "crl.pem" },
          },
          "tls": { "certificate": "gateway.pem", "key": "gateway.key" },
          "upstreams": [
            { "url": "http://proxy1.corp:8080", "user": "svc", "passwordFile": "/run/secrets/proxy" },
            { "url": "https://proxy2.corp:8443", "scheme": "negotiate" },
          ],
          "noUpstream": ["*.corp"], "resolve": "upstream",
          "limits": { "perClient": 10, "newPerMinute": 20, "total": 30 },
          "timeouts": { "head": 1, "connect": 2, "idle": 3, "total": 4, "drain": 0 },
          "reportOnly": true, "closeForbidden": true, "log": "decisions.jsonl", "admin": "127.0.0.1:3129",
        }
        """;

    [Fact]
    public void Every_setting_is_read()
    {
        var read = Read(Whole);
        Assert.Equal(["127.0.0.1:3128", "[::1]:3128"], read.Listen.Select(l => l.ToString()));
        Assert.Equal(["Builder", "registry.npmjs.org", "*.example.com", "git.example.com:22", "mirror.example.com:80", "mirror.example.com:443"], read.Allow.Select(a => a.Text));
        Assert.Equal([true, true, true, true, false, false], read.Allow.Select(a => a.Tls));
        Assert.Equal("gateway.json:6 allow[3]", read.Allow[3].Place);
        Assert.Equal("secret.example.com", Assert.Single(read.Deny).Text);
        Assert.Equal("10.1.2.0/24", Assert.Single(read.AllowAddresses).ToString());
        Assert.Equal("https://builder.example.com/", read.Service!.Url.AbsoluteUri);
        Assert.Equal(["10.0.0.0/8", "192.0.2.7/32"], read.Clients.From.Select(n => n.ToString()));
        Assert.Equal(["/etc/slipway/htpasswd", "/etc/slipway/ca.pem", "/etc/slipway/crl.pem", "/etc/slipway/gateway.pem", "/etc/slipway/gateway.key", "/run/secrets/proxy"], read.Files);
        Assert.Equal("fe-*.example.com", Assert.Single(read.Clients.CertificateNames));
        Assert.Equal([UpstreamAuthentication.Basic, UpstreamAuthentication.Negotiate], read.Upstreams.Select(u => u.Scheme));
        Assert.Equal("proxy1.corp:8080", read.Upstreams[0].Name);
        Assert.False(read.ResolveHere);
        Assert.Equal(new ProxyLimits { OpenPerClient = 10, NewPerMinute = 20, Open = 30 }, read.Limits);
        Assert.Equal([1, 2, 3, 4, 0], new[] { read.Timeouts.Head, read.Timeouts.Connect, read.Timeouts.Idle, read.Timeouts.Total, read.Timeouts.Drain }.Select(t => t.TotalSeconds));
        Assert.True(read.ReportOnly && read.CloseForbidden);
        Assert.Equal("/etc/slipway/decisions.jsonl", read.Log);
        Assert.Equal("127.0.0.1:3129", read.Admin!.ToString());
    }

    [Fact]
    public void What_is_left_out_is_safe()
    {
        var read = Read("{}");
        Assert.Equal("127.0.0.1:3128", Assert.Single(read.Listen).ToString());
        Assert.Empty(read.Allow);
        Assert.False(read.ReportOnly);
        Assert.True(read.ResolveHere);
        Assert.Null(read.Admin);
    }

    [Theory]
    [InlineData("{\n \"alow\": [] }", "SLW-GTW-40002", "gateway.json:2 alow", "allow may be meant")]
    [InlineData("{\n \"Allow\": [] }", "SLW-GTW-40002", "gateway.json:2 Allow", "allow may be meant")]
    [InlineData("{ \"clients\": {\n\n \"frobnicate\": 1 } }", "SLW-GTW-40002", "gateway.json:3 clients.frobnicate", "there are certificates, from")]
    [InlineData("{ \"allow\": \"example.com\" }", "SLW-GTW-40003", "gateway.json:1 allow", "a list, and is a text")]
    [InlineData("{ \"allow\": [1] }", "SLW-GTW-40003", "gateway.json:1 allow[0]", "a text, and is a number")]
    [InlineData("{ \"allow\": [null] }", "SLW-GTW-40003", "gateway.json:1 allow[0]", "is null")]
    [InlineData("{ \"allow\": [\"\"] }", "SLW-GTW-40003", "gateway.json:1 allow[0]", "empty")]
    [InlineData("{ \"allow\": [\"builder\"] }", "SLW-GTW-40003", "gateway.json:1 allow[0]", "builder.url")]
    [InlineData("{ \"allow\": [{ \"host\": \"a.example.com\", \"port\": \"80\" }] }", "SLW-GTW-40002", "gateway.json:1 allow[0].port", "ports may be meant")]
    [InlineData("{ \"reportOnly\": \"no\" }", "SLW-GTW-40003", "gateway.json:1 reportOnly", "true or false")]
    [InlineData("{ \"listen\": [] }", "SLW-GTW-40003", "gateway.json:1 listen", "at least one")]
    [InlineData("{ \"listen\": [\"3128\"] }", "SLW-GTW-40003", "gateway.json:1 listen[0]", "127.0.0.1:3128")]
    [InlineData("{ \"listen\": [\"127.1:3128\"] }", "SLW-GTW-40003", "gateway.json:1 listen[0]", "127.0.0.1:3128")]
    [InlineData("{ \"listen\": [\"127.0.0.1:65536\"] }", "SLW-GTW-40003", "gateway.json:1 listen[0]", "127.0.0.1:3128")]
    [InlineData("{ \"allowAddresses\": [\"10.1.2.3/24\"] }", "SLW-GTW-40003", "gateway.json:1 allowAddresses[0]", "without bits set after the prefix")]
    [InlineData("{ \"limits\": { \"perClient\": 0 } }", "SLW-GTW-40003", "gateway.json:1 limits.perClient", "from 1 to")]
    [InlineData("{ \"limits\": { \"perClient\": 1.5 } }", "SLW-GTW-40003", "gateway.json:1 limits.perClient", "whole number")]
    [InlineData("{ \"timeouts\": { \"idle\": 99999999 } }", "SLW-GTW-40003", "gateway.json:1 timeouts.idle", "from 1 to 604800")]
    [InlineData("{ \"builder\": {} }", "SLW-GTW-40003", "gateway.json:1 builder", "requires a url")]
    [InlineData("{ \"builder\": { \"url\": \"http://builder.example.com\" } }", "SLW-GTW-40003", "gateway.json:1 builder.url", "https")]
    [InlineData("{ \"builder\": { \"url\": \"https://b.example.com\", \"key\": \"sha256:short\" } }", "SLW-GTW-40003", "gateway.json:1 builder.key", "43 characters")]
    [InlineData("{ \"clients\": { \"certificates\": { \"authority\": \"ca.pem\" } } }", "SLW-GTW-40003", "gateway.json:1 clients", "require the setting tls")]
    [InlineData("{ \"tls\": { \"certificate\": \"c.pem\" } }", "SLW-GTW-40003", "gateway.json:1 tls", "certificate and key")]
    [InlineData("{ \"upstreams\": [{ \"url\": \"http://u:secret@proxy:80\" }] }", "SLW-GTW-40003", "gateway.json:1 upstreams[0].url", "must not contain user and password")]
    [InlineData("{ \"upstreams\": [{ \"url\": \"http://proxy:80\", \"user\": \"svc\" }] }", "SLW-GTW-40003", "gateway.json:1 upstreams[0]", "needs user and passwordFile")]
    [InlineData("{ \"upstreams\": [{ \"url\": \"socks5://proxy:80\" }] }", "SLW-GTW-40003", "gateway.json:1 upstreams[0].url", "of the form")]
    [InlineData("{ \"allow\": [],\n \"allow\": [] }", "SLW-GTW-40004", "gateway.json:2 allow", "is repeated")]
    [InlineData("{ \"allow\": [],\n \"\\u0061llow\": [] }", "SLW-GTW-40004", "gateway.json:2 allow", "is repeated")]
    [InlineData("{\n\n \"allow\": [}", "SLW-GTW-40001", "gateway.json:3", "invalid")]
    [InlineData("", "SLW-GTW-40001", "gateway.json:1", "JSON")]
    [InlineData("[]", "SLW-GTW-40001", "gateway.json", "one JSON object")]
    [InlineData("{} {}", "SLW-GTW-40001", "gateway.json:1", "invalid")]
    [InlineData("{ \"log\": \"\\ud800\" }", "SLW-GTW-40001", "gateway.json:1", "Unicode")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]", "SLW-GTW-40001", "gateway.json:1", "depth")]
    public void What_cannot_be_meant_is_refused_with_its_place(string content, string code, string where, string reason)
    {
        var problem = Assert.Single(Assert.Throws<ProblemException>(() => Read(content)).Problems);
        Assert.Equal(code, problem.Code);
        Assert.Equal(where, problem.Where);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        var problems = Assert.Throws<ProblemException>(() => Read("{ \"reportOnly\": 1,\n\"admin\": 2,\n\"nonsense\": 3 }")).Problems;
        Assert.Equal(["gateway.json:1 reportOnly", "gateway.json:2 admin", "gateway.json:3 nonsense"], problems.Select(p => p.Where).Order());
    }

    [Fact]
    public void A_file_that_is_not_there_or_not_text_is_a_problem_of_the_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("SLW-GTW-40001", Assert.Throws<ProblemException>(() => GatewayConfigurationReader.Read(folder["none.json"])).Problems[0].Code);
        Assert.Contains("UTF-8", Assert.Throws<ProblemException>(() => GatewayConfigurationReader.Read(folder.Add("latin.json", [(byte)'{', 0xe4, (byte)'}']))).Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("1 MiB", Assert.Throws<ProblemException>(() => GatewayConfigurationReader.Read(folder.Add("large.json", new byte[(1 << 20) + 1]))).Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(GatewayConfigurationReader.Read(folder.Add("bom.json", "\ufeff{}")).Allow);
    }

    private static GatewayConfiguration Read(string content) => GatewayConfigurationReader.Read(Encoding.UTF8.GetBytes(content), "/etc/slipway/gateway.json");

    [Theory]
    [InlineData("http://proxy.example.com:8080", "http://proxy.example.com:8080/")]
    [InlineData(" http://proxy.example.com:8080 ", "http://proxy.example.com:8080/")]
    [InlineData("proxy.example.com:8080", "http://proxy.example.com:8080/")]
    [InlineData("proxy:3128", "http://proxy:3128/")]
    [InlineData("https://proxy.example.com:8443/", "https://proxy.example.com:8443/")]
    public void A_parent_is_read_as_people_write_it(string text, string url) => Assert.Equal(url, SettingParser.Proxy(text).AbsoluteUri);

    [Theory]
    [InlineData("socks5h://proxy.example.com:1080")]
    [InlineData("socks://proxy.example.com:1080")]
    [InlineData("ftp://proxy.example.com")]
    [InlineData("http://proxy.example.com/path")]
    [InlineData("http://us3r:p4ssw0rd@proxy.example.com:8080")]
    [InlineData("us3r:p4ssw0rd@proxy.example.com:8080")]
    [InlineData("socks5://us3r:p4ssw0rd@proxy.example.com:1080")]
    [InlineData("")]
    public void What_is_no_parent_is_refused_and_its_password_not_repeated(string text) =>
        Assert.DoesNotContain("p4ssw0rd", Assert.Throws<FormatException>(() => SettingParser.Proxy(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://builder.example.com", null)]
    [InlineData(" https://builder.example.com/ ", null)]
    [InlineData("http://127.0.0.1:8080", null)]
    [InlineData("builder.example.com", "write https://builder.example.com")]
    [InlineData("us3r:p4ssw0rd@builder.example.com", "write https://builder.example.com")]
    [InlineData("https://builder.example.com/slipway", "must not have a path")]
    [InlineData("http://builder.example.com", "https address")]
    [InlineData("https://us3r:p4ssw0rd@builder.example.com", "without user")]
    public void The_address_of_the_builder_is_taken_or_refused_with_what_to_write(string text, string? words)
    {
        if (words is null)
        {
            Assert.Equal("/", SettingParser.Service(text).AbsolutePath);
            return;
        }

        var message = Assert.Throws<FormatException>(() => SettingParser.Service(text)).Message;
        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssw0rd", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_read_as_windows_saves_it()
    {
        using var folder = new TemporaryFolder();
        const string Text = "{\r\n  \"allow\": [\"builder.example.com\"]\r\n}\r\n";
        foreach (var encoding in new[] { new System.Text.UTF8Encoding(true), System.Text.Encoding.Unicode, System.Text.Encoding.BigEndianUnicode, (System.Text.Encoding)new System.Text.UTF8Encoding(false) })
        {
            File.WriteAllText(folder["gateway.json"], Text, encoding);
            Assert.Equal("builder.example.com", Assert.Single(GatewayConfigurationReader.Read(folder["gateway.json"]).Allow).Text);
        }
    }
}
