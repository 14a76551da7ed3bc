using Slipway.Cli.Tests;
using Slipway.Connectivity.Tests.Network;
using Slipway.Connectivity.Tests.Stations;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Where nothing is broken, nothing is said to be.</summary>
public sealed class CleanPathTests(Lab lab) : Fault(lab)
{
    [Fact]
    public void Directly() => ExamineWhole("--ranges", Corpus("2026-08-22"), "--resolver", Address.PublicResolver4).IsWell();

    [Fact]
    public void Through_a_proxy_that_wants_a_login()
    {
        ForwardProxies.Start(Lab["proxy"]);
        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.WithLogin;
        // Past the proxy there is no way, and no need for one.
        Filter($"ip saddr != {Address.Proxy} tcp dport 443 reject with tcp reset", "ip6 saddr 2001:db8:20::11 tcp dport 443 reject with tcp reset");
        var examined = Examine();
        examined.IsWell();
        Assert.Contains("with the password", examined.Of("C06", "summary"), StringComparison.Ordinal);
        Assert.DoesNotContain(ForwardProxies.Password, examined.Run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Through_a_relay()
    {
        Lab.Certificates.Issue("relay", Address.ControllerName);
        Lab["ctl-01"].StartSlipway("gateway", "relay", "--listen", $"{Address.Controller}:443", "--certificate", Lab.Certificates.Certificate("relay"), "--key", Lab.Certificates.Key("relay"), "--server", Address.Builder, "--json").Line("listening");
        var examined = Doctor("--server", $"https://{Address.ControllerName}", "--quick", "--service-key", Lab.ServiceKey);
        examined.IsWell();
        Assert.Contains("a relay is in between", examined.Of("C10", "summary"), StringComparison.Ordinal);
    }

    [Fact]
    public void Behind_rules_by_address()
    {
        Lab.Apply(Machine, Lab[Machine].Slipway("firewall", "--format", "nftables", "--ranges", Corpus("2026-08-22"), "--resolver", Address.Resolver4).Well().Out);
        Examine("--ranges", Corpus("2026-08-22")).IsWell();
    }

    private static string Corpus(string version) => Path.Combine(Repository.Root, "tests", "corpus", "ip-ranges", version + ".json");
}
