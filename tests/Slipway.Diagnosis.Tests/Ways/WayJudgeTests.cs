using System.Net;
using Slipway.Diagnosis.Connections;
using Slipway.Diagnosis.Proxies;
using Slipway.Diagnosis.Ways;

namespace Slipway.Diagnosis.Tests.Ways;

public sealed class WayJudgeTests
{
    [Fact]
    public void Without_a_proxy_a_firewall_is_what_lets_the_service_through()
    {
        using var examination = Examination(DialOutcome.Open);
        Assert.Equal(["combination ?", "single-machine ?", "proxy ?", "firewall-by-domain yes", "firewall-by-address ?"], Judge(examination, reached: true));
        examination.Unlisted = [];
        Assert.Equal("firewall-by-address yes", Judge(examination, reached: true)[^1]);
        examination.Unlisted = [IPAddress.Loopback];
        Assert.Equal("firewall-by-address no", Judge(examination, reached: true)[^1]);
    }

    [Fact]
    public void A_proxy_that_is_the_only_way_is_a_combination()
    {
        using var examination = Examination(DialOutcome.Refused);
        examination.Proxy = new EffectiveProxy(new Uri("http://proxy:8080"), null, null, "HTTPS_PROXY");
        Assert.Equal(["combination yes", "single-machine ?", "proxy yes", "firewall-by-domain no", "firewall-by-address no"], Judge(examination, reached: true));
    }

    [Fact]
    public void A_proxy_that_can_be_gone_around_is_none()
    {
        using var examination = Examination(DialOutcome.Open);
        examination.Proxy = new EffectiveProxy(new Uri("http://proxy:8080"), null, null, "HTTPS_PROXY");
        Assert.Equal(["combination no", "single-machine ?", "proxy yes", "firewall-by-domain ?", "firewall-by-address ?"], Judge(examination, reached: true));
    }

    [Fact]
    public void Where_the_service_is_not_reached_nothing_works()
    {
        using var examination = Examination(DialOutcome.Silent);
        Assert.Equal(["combination ?", "single-machine ?", "proxy ?", "firewall-by-domain no", "firewall-by-address no"], Judge(examination, reached: false));
        examination.SingleMachine = true;
        Assert.Equal("single-machine no", Judge(examination, reached: false)[1]);
    }

    private static List<string> Judge(Examination examination, bool? reached) =>
        [.. WayJudge.Judge(examination, reached).Select(way => $"{way.Name} {way.Works switch { true => "yes", false => "no", _ => "?" }}")];

    private static Examination Examination(DialOutcome state) => new(new DoctorOptions(new Uri("https://builder.example.com")))
    {
        Dials = [new DialAttempt(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 443), state, TimeSpan.Zero, null)],
    };
}
