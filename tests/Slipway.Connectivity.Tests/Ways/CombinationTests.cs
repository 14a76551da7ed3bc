using Slipway.Connectivity.Tests.Guides;
using Slipway.Connectivity.Tests.Network;
using Slipway.Connectivity.Tests.Stations;

namespace Slipway.Connectivity.Tests.Ways;

/// <summary>The fifth way: ways that close each other's holes.</summary>
public sealed class CombinationTests(Lab lab) : Scenario(lab)
{
    private static readonly Guide Guide = new("5-combinations.md");
    private static readonly Guide Proxy = new("1-proxy.md");

    [Fact]
    public void A_gateway_whose_machine_is_limited_reaches_only_the_builder_whatever_its_list_says()
    {
        Lab["proxy"].Write("ip-ranges.json", File.ReadAllText(Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", "2026-08-22.json")));
        OnlyTheProxyGoesOut();
        Guide.Follow(Lab, "A proxy whose own machine is limited by a firewall");
        Guide.Follow(Lab, "Verify the proxy behind a firewall");
        Are("refused", "proxy", [.. Targets.OtherPorts, .. Targets.Elsewhere]);
        Lab.Build("fe-01").Failed("SLW-NET-10002");
        Lab["fe-01"].Variables["HTTPS_PROXY"] = "http://proxy.corp.example:3128";
        Lab.Build("fe-01").Succeeded();
    }

    [Fact]
    public void A_single_machine_reaches_the_builder_through_the_gateway_and_a_proxy_that_wants_a_login()
    {
        using var machine = new SingleMachine(Lab);
        ForwardProxies.Start(Lab["proxy"]);
        Lab["proxy"].Write("squid.password", ForwardProxies.Password + "\n");
        OnlyTheProxyGoesOut();
        Guide.Follow(Lab, "A single machine behind a proxy that wants a login");
        Guide.Follow(Lab, "Verify the single machine behind a proxy");
        Lab.Build("fe-01", SingleMachine.Internal).Succeeded();
        Lab.Build("fe-02").Failed("SLW-NET-10002");
        Are("refused", "ctl-01", [.. Targets.Service, .. Targets.OtherPorts, .. Targets.Elsewhere.Where(t => t != Address.FrontEnd2)]);
    }

    private void OnlyTheProxyGoesOut() => Lab.Apply("border", Proxy.Sections.SelectMany(s => s.Files).Single(f => f.Name == "only-gateway.nft").Text);
}
