using System.Net;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>Squid and HAProxy read their files.</summary>
public sealed class ProxyConfigurationTests
{
    private static readonly RuleSet Names = RealRanges.Names with { Resolvers = [IPAddress.Parse("10.0.0.53"), IPAddress.Parse("fd00::53")], Ports = [443, 8443] };

    [Fact]
    public void Squid_takes_rules_of_both_ways()
    {
        Assert.Equal(0, Squid(Render("squid", Names)));
        Assert.Equal(0, Squid(Render("squid", RealRanges.Rules)));
        Assert.NotEqual(0, Squid(Render("squid", Names).Replace("dstdomain -n", "nonsense", StringComparison.Ordinal)));
    }

    [Fact]
    public void Squid_never_asks_for_the_name_of_an_address()
    {
        var lines = Render("squid", Names).Split('\n');
        Assert.Equal(2, lines.Count(l => l.StartsWith("acl slipway_builder dstdomain -n ", StringComparison.Ordinal)));
        Assert.Equal("http_access deny all", lines[^2]);
    }

    [Fact]
    public void Haproxy_takes_the_rules()
    {
        Assert.Equal(0, Haproxy(Render("haproxy", Names)));
        Assert.Equal(0, Haproxy(Render("haproxy", Names with { Log = false })));
        Assert.NotEqual(0, Haproxy(Render("haproxy", Names).Replace("tcp-request inspect-delay", "tcp-request nonsense", StringComparison.Ordinal)));
    }

    private static string Render(string format, RuleSet rules) => RuleTargets.Render(RuleTargetsTests.Target(format), rules);

    private static int Squid(string rules)
    {
        using var folder = new TemporaryFolder();
        return ExternalTool.Run("squid", "-k", "parse", "-f", folder.Add("squid.conf", "http_port 127.0.0.1:3128\n" + rules)).ExitCode;
    }

    private static int Haproxy(string rules)
    {
        using var folder = new TemporaryFolder();
        return ExternalTool.Run("haproxy", "-c", "-f", folder.Add("haproxy.cfg", rules)).ExitCode;
    }
}
