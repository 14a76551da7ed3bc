using Slipway.Connectivity.Tests.Stations;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>A proxy that is configured and does not lead to the builder.</summary>
public sealed class ProxyFaultTests(Lab lab) : Fault(lab)
{
    [Fact]
    public void The_proxy_is_down()
    {
        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.Plain;
        Examine().IsCausedBy("C06", "proxy-refused");
        Lab["proxy"].Filter("table inet fault {\n chain input {\n type filter hook input priority filter\n tcp dport 3128 drop\n }\n }\n");
        ExamineSilence().IsCausedBy("C06", "proxy-down");
    }

    [Fact]
    public void The_proxy_wants_a_login_forbids_the_builder_or_cannot_reach_it()
    {
        ForwardProxies.Start(Lab["proxy"]);
        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.Plain;
        var examined = Examine();
        examined.IsCausedBy("C06", "proxy-407", exitCode: 1);
        Assert.Contains("schemes offered", examined.Run.Out, StringComparison.Ordinal);

        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.WithLogin.Replace(ForwardProxies.Password, "wr0ng-secret", StringComparison.Ordinal);
        examined = Examine("--bundle", "doctor.zip");
        examined.IsCausedBy("C06", "proxy-407", exitCode: 1);
        var bundle = Lab.Run(Machine, "unzip", "-p", "doctor.zip").Well().Out;
        Assert.Contains("Hello, please let ", bundle, StringComparison.Ordinal);
        foreach (var secret in new[] { "wr0ng-secret", ForwardProxies.User, Lab[Machine].Variables["SLIPWAY_TOKEN"] })
        {
            Assert.DoesNotContain(secret, examined.Run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, bundle, StringComparison.Ordinal);
        }

        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.Forbidding;
        examined = Examine();
        examined.IsCausedBy("C06", "proxy-403");
        Assert.Contains("ERR_ACCESS_DENIED", examined.Run.Out, StringComparison.Ordinal);
        Assert.True(examined.IsSkipped("C10", "C06"));

        // A firewall between the proxy and the internet.
        Lab[Machine].Variables["HTTPS_PROXY"] = ForwardProxies.WithLogin;
        Filter("tcp dport 443 reject with tcp reset");
        examined = Examine();
        examined.IsCausedBy("C06", "proxy-503");
    }
}
