using System.Net;

namespace Slipway.Gateway.Tests.Firewall.Renderers;

/// <summary>Squid and HAProxy enforce what their files say.</summary>
public sealed class ProxyRulesTests(ProxyNetwork network) : IClassFixture<ProxyNetwork>
{
    private static readonly RuleSet Name = RuleSets.ByDomain(["builder.example.com"]) with { Resolvers = [IPAddress.Parse(OwnNetwork.Resolver)] };

    [Fact]
    public void Squid_lets_the_name_through_and_nothing_else()
    {
        // The hosts file would lead the name elsewhere.
        using var squid = network.Squid(Render("squid", Name).Replace("http_access", "hosts_file none\nhttp_access", StringComparison.Ordinal));
        foreach (var url in new[] { "https://builder.example.com/", "https://BUILDER.Example.com/" })
            Assert.Equal((url, "200"), (url, Connect(url)));
        foreach (var url in new[]
        {
            "https://other.example.com/", "https://builder.example.com.other.example.com/", "https://xbuilder.example.com/", "https://example.com/", "https://builder.example.com:8443/",
            "https://builder.example.com:80/", $"https://{OwnNetwork.Cdn4}/", $"https://{OwnNetwork.Other4}/", $"https://[{OwnNetwork.Cdn6}]/", "https://220201217/", "https://0x0d200101/", "https://13.2097409/", "https://127.0.0.1/",
        })
            Assert.Equal((url, "403"), (url, Connect(url)));
        Assert.Equal("403", network.Try("curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", "-x", "http://10.99.0.1:3128", "http://builder.example.com/").Output);
        Assert.Contains("TCP_DENIED/403", network.AccessLog, StringComparison.Ordinal);
        // What the file says of itself: Squid does not see the name inside of TLS.
        Assert.Contains("hello other.example.com", Ask("10.99.0.1:3128", "other.example.com"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_that_somebody_gives_an_address_does_not_open_squid()
    {
        const string Url = "https://9.9.9.9/";
        using (network.Squid(Render("squid", Name)))
            Assert.Equal("403", Connect(Url));
        // The recipe without -n does let it through.
        using (network.Squid(Render("squid", Name).Replace("dstdomain -n", "dstdomain", StringComparison.Ordinal)))
            Assert.Equal("200", Connect(Url));
    }

    [Fact]
    public void Squid_lets_addresses_through_and_nothing_else()
    {
        using var squid = network.Squid(Render("squid", RealRanges.Rules).Replace("http_access", "hosts_file none\nhttp_access", StringComparison.Ordinal));
        foreach (var url in new[] { "https://builder.example.com/", $"https://{OwnNetwork.Cdn4}/", $"https://[{OwnNetwork.Cdn6}]/" })
            Assert.Equal((url, "200"), (url, Connect(url)));
        foreach (var url in new[] { "https://other.example.com/", $"https://{OwnNetwork.Other4}/", $"https://[{OwnNetwork.Other6}]/", $"https://{OwnNetwork.Cdn4}:8443/", "https://127.0.0.1/" })
            Assert.Equal((url, "403"), (url, Connect(url)));
    }

    [Fact]
    public void Haproxy_passes_the_name_on_and_nothing_else()
    {
        using (network.Haproxy(Render("haproxy", Name)))
        {
            Assert.Equal("hello builder.example.com", Through("builder.example.com", "--retry", "30", "--retry-all-errors", "--retry-delay", "1"));
            Assert.Equal("hello BUILDER.example.com", Through("BUILDER.example.com"), ignoreCase: true);
            foreach (var name in new[] { "other.example.com", "builder.example.com.other.example.com", "xbuilder.example.com" })
                Assert.Equal((name, ""), (name, Through(name)));
            // Without a name, without TLS, and at another port.
            Assert.Equal("", Curl("-k", "https://10.99.0.1/"));
            Assert.Equal("", Curl("http://10.99.0.1:443/"));
            Assert.Equal("", Curl("-k", "--resolve", "builder.example.com:8443:10.99.0.1", "https://builder.example.com:8443/"));
        }

        // Asked for, the other name is passed on: it was the rule that refused it.
        using (network.Haproxy(Render("haproxy", Name with { Domains = ["other.example.com"] })))
        {
            Assert.Equal("hello other.example.com", Through("other.example.com", "--retry", "30", "--retry-all-errors", "--retry-delay", "1"));
            Assert.Equal("", Through("builder.example.com"));
        }
    }

    private static string Render(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);

    private string Connect(string url) => network.Try("curl", "-sk", "-m", "10", "-o", "/dev/null", "-w", "%{http_connect}", "-x", "http://10.99.0.1:3128", url).Output;

    private string Through(string name, params string[] more) => Curl(["-k", "--resolve", $"{name}:443:10.99.0.1", $"https://{name}/", .. more]);

    private string Curl(params string[] arguments) => network.Try(["curl", "-s", "-m", "60", .. arguments]).Output;

    private string Ask(string proxy, string sni) => network.Try("sh", "-c", $"printf 'GET / HTTP/1.0\\r\\n\\r\\n' | openssl s_client -quiet -proxy {proxy} -connect builder.example.com:443 -servername {sni} -ign_eof 2>/dev/null").Output;
}
