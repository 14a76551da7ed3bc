using System.Net;

namespace Slipway.Firewall.Tests.Renderers;

/// <summary>Files that say which way programs take: programs read them.</summary>
public sealed class DirectionTests
{
    private static readonly RuleSet Names = RealRanges.Names with { Addresses = [IPAddress.Parse("10.0.0.7"), IPAddress.Parse("fd00::7")], Proxy = "gateway.example.com:3128" };

    [Theory]
    [InlineData("https://builder.example.com/x", "builder.example.com", "PROXY gateway.example.com:3128")]
    [InlineData("https://CDN.Builder.Example.com./", "CDN.Builder.Example.com.", "PROXY gateway.example.com:3128")]
    [InlineData("https://other.example.com/", "other.example.com", "DIRECT")]
    [InlineData("https://builder.example.com.evil.example/", "builder.example.com.evil.example", "DIRECT")]
    [InlineData("https://evil-builder.example.com/?builder.example.com", "evil-builder.example.com", "DIRECT")]
    public void Node_asks_the_proxy_for_the_builder_only(string url, string host, string answer)
    {
        const string Program = "const vm = require('vm'); const c = vm.createContext({}); vm.runInContext(require('fs').readFileSync(process.argv[1], 'utf8'), c); console.log(c.FindProxyForURL(process.argv[2], process.argv[3]));";
        using var folder = new TemporaryFolder();
        Assert.Equal(answer, ExternalTool.RunWell("node", "-e", Program, folder.Add("proxy.pac", Render("pac")), url, host).Trim());
    }

    [Fact]
    public void The_system_finds_names_by_the_hosts_file()
    {
        using var folder = new TemporaryFolder();
        var hosts = folder.Add("hosts", Render("hosts"));
        string Find(string name) => ExternalTool.Run("unshare", "-m", "sh", "-c", $"mount --bind {hosts} /etc/hosts && getent ahosts {name}").All;
        Assert.Contains("10.0.0.7", Find("builder.example.com"), StringComparison.Ordinal);
        Assert.Contains("fd00::7", Find("cdn.builder.example.com"), StringComparison.Ordinal);
        Assert.DoesNotContain("10.0.0.7", Find("other.builder.example.com"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("builder.example.com", true)]
    [InlineData("cdn.builder.example.com", true)]
    [InlineData("other.example.com", false)]
    public void Curl_passes_the_proxy_by_for_the_builder_only(string name, bool past)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Add("no-proxy", Render("no-proxy"));
        // Nothing listens at either place; who refuses tells where curl went.
        var (_, output) = ExternalTool.Run("sh", "-c", $"env $(grep -v '^#' {file}) https_proxy=http://127.0.0.2:1 curl -sv --resolve {name}:9:127.0.0.3 https://{name}:9/");
        Assert.Equal(past, output.Contains("Trying 127.0.0.3:9", StringComparison.Ordinal));
        Assert.Equal(!past, output.Contains("Trying 127.0.0.2:1", StringComparison.Ordinal));
    }

    private static string Render(string format) => RuleTargets.Render(RuleTargetsTests.Target(format), Names);
}
