using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests;

public sealed class RuleSetsTests
{
    [Theory]
    [InlineData("BUILDER.Example.com.", "builder.example.com")]
    [InlineData("xn--bcher-kva.example", "xn--bcher-kva.example")]
    public void Names_are_written_in_one_way(string given, string written) => Assert.Equal([written], RuleSets.ByDomain([given]).Domains);

    [Theory]
    [InlineData("localhost")]
    [InlineData("")]
    [InlineData("*.example.com")]
    [InlineData(".example.com")]
    [InlineData(" builder.example.com")]
    [InlineData("10.0.0.1")]
    [InlineData("a..b")]
    [InlineData("-a.example.com")]
    [InlineData("bücher.example")]
    [InlineData("a.example.com\nacl all")]
    [InlineData("a.example.com # x")]
    [InlineData("[builder.example.com]")]
    public void What_is_no_name_is_refused(string name) => Refused(FirewallProblems.DestinationInvalid, () => RuleSets.ByDomain([name]));

    [Fact]
    public void A_name_that_is_given_twice_is_written_once() => Assert.Equal(["a.example.com", "example.com"], RuleSets.ByDomain(["a.example.com", "example.com.", "A.example.com", "EXAMPLE.com"]).Domains);

    // Squid drops the wider of two prefixes that overlap, and says so in its log only.
    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    [InlineData(60)]
    public void No_prefix_overlaps_another_whatever_the_list_holds(int? fit)
    {
        var both = RealRanges.Newest with { Prefixes = [.. RealRanges.Newest.Prefixes, .. RealRanges.Newest.Prefixes.Where(RealRanges.Global.Takes).Select(p => p with { Prefix = Wider(p.Prefix) })] };
        var rules = RuleSets.ByAddress(both, RealRanges.All, fit, 1000);
        Assert.All(
            rules.Ipv4.Zip(rules.Ipv4.Skip(1)).Concat(rules.Ipv6.Zip(rules.Ipv6.Skip(1))),
            pair => Assert.True(pair.First.Last < pair.Second.First, $"{pair.First} {pair.Second}"));

        static CidrPrefix Wider(CidrPrefix prefix) => new(prefix.IsIpv6, prefix.First >> (prefix.Width - prefix.Length + 1) << (prefix.Width - prefix.Length + 1), prefix.Length - 1);
    }

    [Fact]
    public void Fitted_rules_say_how_many_addresses_come_with_them()
    {
        var rules = RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, 60, 5);
        Assert.True(rules.Ipv4.Count <= 60);
        var extra = PrefixSet.Of(rules.Ipv4).Count(ipv6: false) - 4_199_808;
        Assert.InRange((double)extra / 4_199_808, 0.001, 0.0195);
        Assert.Equal($"{extra}+0", rules.Source!.Extra);
        Assert.Contains($"fit=60 extraAddresses={extra}+0", rules.Origin, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_addresses_besides_are_refused() =>
        Refused(FirewallProblems.TooManyExtra, () => RuleSets.ByAddress(RealRanges.Newest, RealRanges.All, 60, 5));

    [Fact]
    public void A_difference_counts_addresses_and_not_prefixes()
    {
        var half = PrefixSet.Of([PrefixSetTests.Parse("13.32.0.0/16"), PrefixSetTests.Parse("13.33.0.0/16")]);
        Assert.True(RangesDiff.Between(half, PrefixSet.Of([PrefixSetTests.Parse("13.32.0.0/15")])).IsEmpty);
        var diff = RangesDiff.Between(RealRanges.Read("2025-07-01").Select(RealRanges.All), RealRanges.Newest.Select(RealRanges.All));
        Assert.Equal(2.0, diff.MissedIpv4, 0.1);
        Assert.Empty(diff.Removed.Prefixes);
        diff = RangesDiff.Between(RealRanges.Read("2020-01-01").Select(RealRanges.All), RealRanges.Newest.Select(RealRanges.All));
        Assert.Equal(67, diff.MissedIpv4, 1.0);
        Assert.NotEmpty(diff.Removed.Prefixes);
        Assert.All(diff.Added.Prefixes, p => Assert.False(RealRanges.Read("2020-01-01").Select(RealRanges.All).Contains(p.Address)));
        Assert.All(diff.Removed.Prefixes, p => Assert.False(RealRanges.Newest.Select(RealRanges.All).Contains(p.Address)));
    }

    private static void Refused(ProblemKind kind, Func<object> make) => Assert.Same(kind, Assert.Single(Assert.Throws<ProblemException>(make).Problems).Kind);
}
