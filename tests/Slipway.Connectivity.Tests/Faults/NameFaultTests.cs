using Slipway.Connectivity.Tests.Network;

namespace Slipway.Connectivity.Tests.Faults;

/// <summary>Names that lead nowhere, or to different places.</summary>
public sealed class NameFaultTests(Lab lab) : Fault(lab)
{
    [Fact]
    public void Nobody_knows_the_name()
    {
        Lab[Machine].Resolver(Address.SinkholeResolver);
        var examined = Doctor("--server", "https://unknown.example.com");
        examined.IsCausedBy("C02", "name-not-resolved");
        Assert.True(examined.IsSkipped("C05", "C02") && examined.IsSkipped("C10", "C02"));
    }

    [Fact]
    public void The_name_leads_nowhere()
    {
        Lab[Machine].Resolver(Address.SinkholeResolver);
        Examine().IsCausedBy("C02", "name-sinkhole");
    }

    [Fact]
    public void The_name_leads_to_a_stranger()
    {
        Lab[Machine].Resolver(Address.LyingResolver);
        Examine("--resolver", Address.PublicResolver4).IsCausedBy("C02", "name-split");
        // Who asks nobody else only knows that it is a stranger.
        Examine().IsCausedBy("C07", "tls-name");
    }

    [Fact]
    public void The_name_is_known_only_below_a_domain_that_the_machine_searches()
    {
        Lab[Machine].Searching(Address.WildcardResolver, Address.SearchDomain, 1);
        var examined = Doctor(["--server", $"https://{Address.UnknownName}", "--timeout", "5", .. Only("C05")]);
        Assert.Contains("below a domain that it searches", examined.Of("C02", "summary"), StringComparison.Ordinal);
        Assert.Contains("Write the whole name", examined.Of("C02", "remedy"), StringComparison.Ordinal);
    }

    [Fact]
    public void Inside_the_name_leads_to_another_place_than_outside()
    {
        Lab[Machine].Resolver(Address.ProxyResolver, Address.PublicResolver4);
        Examine().IsCausedBy("C02", "name-split");
    }
}
