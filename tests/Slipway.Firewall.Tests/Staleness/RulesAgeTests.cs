using Slipway.Firewall.Staleness;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests.Staleness;

public sealed class RulesAgeTests
{
    [Theory]
    [InlineData("2020-01-01", true)]
    [InlineData("2025-07-01", true)]
    [InlineData("2026-08-22", false)]
    public void Rules_are_out_of_date_when_addresses_have_come(string date, bool isStale)
    {
        var age = RulesAge.Of(Applied(RuleSets.ByAddress(RealRanges.Read(date), RealRanges.All, null, 0)), RealRanges.Newest, null);
        Assert.Equal(isStale, age.IsStale);
        var old = RealRanges.Read(date).Select(RealRanges.All);
        Assert.Equal(RealRanges.Newest.Select(RealRanges.All).Except(old).Prefixes, age.Diff.Added.Prefixes);
    }

    [Fact]
    public void What_is_allowed_besides_does_not_make_rules_old()
    {
        var age = RulesAge.Of(Applied(RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, 60, 5)), RealRanges.Newest, null);
        Assert.False(age.IsStale);
        Assert.Equal(RealRanges.Global, age.Filter);
        Assert.NotEmpty(age.Diff.Removed.Prefixes);
        // All regions are more than these rules were made for.
        Assert.True(RulesAge.Of(age.Rules, RealRanges.Newest, RealRanges.All).IsStale);
    }

    [Fact]
    public void A_family_that_the_rules_do_not_have_is_not_compared() =>
        Assert.False(RulesAge.Of(Applied(RealRanges.Rules with { Ipv6 = [] }), RealRanges.Newest, null).IsStale);

    [Fact]
    public void An_older_list_cannot_tell() =>
        Assert.Same(FirewallProblems.ListOlder, Assert.Single(Assert.Throws<ProblemException>(() => RulesAge.Of(Applied(RealRanges.Rules), RealRanges.Read("2025-07-01"), null)).Problems).Kind);

    private static AppliedRules Applied(RuleSet rules) => AppliedRulesReader.Read(RuleTargets.Render(RuleTargetsTests.Target("nftables"), rules), "rules");
}
