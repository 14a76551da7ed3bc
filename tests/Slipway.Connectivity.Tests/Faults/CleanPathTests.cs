using Slipway.Connectivity.Tests.Network;
using Slipway.Connectivity.Tests.Stations;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Where nothing is broken, nothing is said to be.</summary>
public sealed class CleanPathTests(Lab lab) : Fault(lab)
{
    [Fact]
    public async Task Directly_through_a_proxy_that_wants_a_login_and_through_a_relay()
    {
        ForwardProxies.Start(Lab["proxy"]);
        Lab.Certificates.Issue("relay", Address.ControllerName);
        Lab["ctl-01"].StartSlipway("gateway", "relay", "--listen", $"{Address.Controller}:443", "--certificate", Lab.Certificates.Certificate("relay"), "--key", Lab.Certificates.Key("relay"), "--server", Address.Service, "--json").Line("listening");
        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.WithLogin;
        // Past the proxy there is no way for this machine, and no need for one.
        Filter($"ip saddr {Address.FrontEnd1} tcp dport 443 reject with tcp reset", "ip6 saddr 2001:db8:20::11 tcp dport 443 reject with tcp reset");
        var ways = await Task.WhenAll(
            Task.Run(() => DoctorOn("ctl-01", "--server", Address.Service, "--timeout", "5", "--idle", "1", "--ranges", Corpus("2026-08-22"), "--resolver", Address.PublicResolver4)),
            Task.Run(() => Examine()),
            Task.Run(() => DoctorOn("fe-02", "--server", $"https://{Address.ControllerName}", "--quick", "--service-key", Lab.ServiceKey)));
        Assert.All(ways, way => way.IsWell());
        Assert.Contains("with the password", ways[1].Of("C06", "summary"), StringComparison.Ordinal);
        Assert.Contains("\"tightest\": \"combination\"", ways[1].Run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(ForwardProxies.Password, ways[1].Run.Out, StringComparison.Ordinal);
        Assert.Contains("a relay is in between", ways[2].Of("C10", "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_rules_by_address()
    {
        Lab.Apply(Machine, Lab[Machine].Slipway("firewall", "--format", "nftables", "--ranges", Corpus("2026-08-22"), "--resolver", Address.Resolver4).Well().Out);
        Examine("--ranges", Corpus("2026-08-22")).IsWell();
    }

    private static string Corpus(string version) => Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", version + ".json");
}
