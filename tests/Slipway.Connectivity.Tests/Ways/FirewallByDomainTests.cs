using Slipway.Connectivity.Tests.Guides;
using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>The second way: rules by name, enforced by HAProxy on the router and by Squid or HAProxy on a proxy.</summary>
public sealed class FirewallByDomainTests(Lab lab) : Scenario(lab)
{
    private const string Squid = "http://proxy.corp.example:3128";

    private static readonly Guide Guide = new("2-firewall-by-domain.md");

    // The router does not see what goes between machines of one switch, and accepts connections to port 443 to read the name.
    private static readonly string[] PastTheRouter = [.. Targets.OtherPorts, .. Targets.Elsewhere.Where(t => t is not (Address.FrontEnd2 or Address.Other4 or $"[{Address.Other6}]"))];

    [Fact]
    public void On_the_router_the_name_inside_of_tls_decides()
    {
        OpenBefore("fe-01");
        Guide.Follow(Lab, "On the router");
        Guide.Follow(Lab, "Verify on the router");
        Lab.Build("fe-01").Succeeded();
        Are("refused", "fe-01", PastTheRouter);
        Assert.Equal(35, Lab.Curl("fe-01", "-k", $"https://[{Address.Other6}]/").ExitCode);
        Assert.Equal(35, Lab.Curl("fe-01", "--ipv6", $"https://{Address.OtherName}/").ExitCode);
        // No TLS on the port, as a tunnel would do it.
        Assert.NotEqual(0, Lab.Curl("fe-01", $"http://{Address.Other4}:443/").ExitCode);
    }

    [Fact]
    public void A_name_that_leads_elsewhere_leads_to_the_builder_all_the_same()
    {
        Lab["fe-01"].Resolver(Address.LyingResolver);
        Lab.Build("fe-01").Failed("SLW-NET-10008");
        Guide.Follow(Lab, "On the router");
        Assert.Equal("200", Lab.Curl("fe-01", "--retry", "5", "--retry-all-errors", "-o", "/dev/null", "-w", "%{http_code}", Address.Service + "health/live").Out);
        Lab.Build("fe-01").Succeeded();
    }

    [Fact]
    public void Squid_lets_the_builders_name_through_and_no_other()
    {
        Guide.Follow(Lab, "With Squid as the proxy");
        Guide.Follow(Lab, "Verify with Squid");
        Are("refused", "fe-01", [.. Targets.Service, .. Targets.OtherPorts, .. Targets.Elsewhere.Where(t => t != Address.FrontEnd2)]);
        Lab.Build("fe-01").Failed("SLW-NET-10002");
        foreach (var node in new[] { "fe-01", "fe-02" })
            Lab[node].Variables["HTTPS_PROXY"] = Squid;
        Lab.Build("fe-01").Succeeded();
        Lab.Build("fe-02").Failed("SLW-NET-10011");
        Refuses(Squid, $"https://{Address.RebindName}/", $"http://{Address.MetadataName}/", $"http://{Address.Metadata}/", $"https://[{Address.Edge6}]/", "https://2130706433/", $"https://{Address.OtherName}:53/");
        Guide.Follow(Lab, "What it does not protect from");
    }

    [Fact]
    public void Haproxy_stands_for_the_builder_where_names_lead_to_it()
    {
        Guide.Follow(Lab, "With HAProxy and the name server");
        Guide.Follow(Lab, "Verify the name server");
        Lab.Build("fe-01").Failed("SLW-NET-10002");
        Lab["fe-01"].Resolver(Address.ProxyResolver);
        Assert.Equal("200", Lab.Curl("fe-01", "--retry", "5", "--retry-all-errors", "-o", "/dev/null", "-w", "%{http_code}", Address.Service + "health/live").Out);
        Lab.Build("fe-01").Succeeded();
        Assert.Equal(35, Lab.Curl("fe-01", "--connect-to", $"{Address.NeighbourName}:443:{Address.Proxy}:443", $"https://{Address.NeighbourName}/").ExitCode);
        Assert.Equal(35, Lab.Curl("fe-01", "-k", $"https://{Address.Proxy}/").ExitCode);
    }

    private void Refuses(string proxy, params string[] addresses) => Assert.All(
        addresses,
        address => Assert.Contains("403", Lab.Curl("fe-01", "-k", "-x", proxy, "-o", "/dev/null", "-w", "%{http_connect} %{http_code}", address).Out, StringComparison.Ordinal));
}
