using Slipway.Connectivity.Tests.Guides;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>The first way: servers have no way out but the gateway, which allows what is listed.</summary>
public sealed class ProxyTests(Lab lab) : Scenario(lab)
{
    private const string Gateway = "http://proxy.corp.example:3128";
    private const string Other = "http://proxy.corp.example:3131";

    private static readonly Guide Guide = new("1-proxy.md");

    [Fact]
    public void Through_the_gateway_the_builder_is_reached_and_nothing_else()
    {
        OpenBefore("fe-01");
        Guide.Follow(Lab, "Set it up");
        Guide.Follow(Lab, "Verify");
        Are("refused", "fe-01", [.. Targets.Service, .. Targets.OtherPorts, .. Targets.Elsewhere.Where(t => t != Address.FrontEnd2)]);
        Lab.Build("fe-01").Failed("SLW-NET-10002");
        foreach (var node in new[] { "fe-01", "fe-02" })
            Lab[node].Variables["HTTPS_PROXY"] = Gateway;
        Lab.Build("fe-01").Succeeded();
        Lab.Build("fe-02").Failed("SLW-NET-10011");
        Refuses(Gateway, "not-listed", $"https://{Address.OtherName}/", $"https://{Address.RebindName}/");
        Refuses(Gateway, "address-literal", $"https://[{Address.Edge6}]/", $"https://{Address.FrontEnd2}/", "https://2130706433/");
        Refuses(Gateway, "port-not-listed", $"https://{Address.ServiceName}:53/");
        var log = File.ReadAllText(Path.Combine(Lab["proxy"].Folder, "decisions.jsonl"));
        Assert.Contains($"\"sni\":\"{Address.NeighbourName}\",\"verdict\":\"deny\",\"reason\":\"sni-mismatch\"", log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_listed_name_that_leads_inside_leads_nowhere()
    {
        Lab["proxy"].StartSlipway("gateway", "--listen", $"{Address.Proxy}:3131", "--allow", Address.RebindName, Address.MetadataName + ":80+plain", Address.ServiceName, "--json").Line("listening");
        Refuses(Other, "address-class", $"https://{Address.RebindName}/");
        Assert.Contains("address-class", Lab.Curl("fe-01", "-x", Other, "-i", $"http://{Address.MetadataName}/").Out, StringComparison.Ordinal);
        Assert.Equal("200", Lab.Curl("fe-01", "-x", Other, "-o", "/dev/null", "-w", "%{http_code}", Address.Service + "health/live").Out);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_listed_name_is_not_looked_for_in_the_domains_that_the_machine_searches(int dots)
    {
        Lab["proxy"].Searching(Address.WildcardResolver, Address.SearchDomain, dots);
        // What every other program of the machine makes of the name.
        Assert.StartsWith(Address.FrontEnd2, Lab.Run("proxy", "getent", "ahostsv4", Address.UnknownName).Out, StringComparison.Ordinal);
        Lab["proxy"].StartSlipway("gateway", "--config", Lab["proxy"].Write("search.json", $$"""
            { "listen": ["{{Address.Proxy}}:3131"], "allow": ["{{Address.UnknownName}}", "{{Address.UnknownName}}.", "{{Address.ServiceName}}"], "allowAddresses": ["10.0.0.0/8"] }
            """), "--json").Line("listening");
        Assert.Contains("name-not-resolved", Lab.Curl("fe-01", "-k", "-v", "-x", Other, $"https://{Address.UnknownName}/").Error, StringComparison.Ordinal);
        Assert.Equal("200", Lab.Curl("fe-01", "-x", Other, "-o", "/dev/null", "-w", "%{http_code}", Address.Service + "health/live").Out);
        Assert.Equal("200", Lab.Curl("fe-01", "-x", Other, "-o", "/dev/null", "-w", "%{http_code}", $"https://{Address.ServiceName}./health/live").Out);
    }

    private void Refuses(string proxy, string reason, params string[] addresses) => Assert.All(
        addresses,
        address => Assert.Contains($"Slipway-Reason: {reason}", Lab.Curl("fe-01", "-k", "-v", "-x", proxy, address).Error, StringComparison.Ordinal));
}
