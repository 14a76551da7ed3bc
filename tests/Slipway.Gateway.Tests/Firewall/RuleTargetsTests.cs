using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tests.Firewall;

public sealed class RuleTargetsTests
{
    public static TheoryData<string, bool> Ways =>
        new(RuleTargets.All.SelectMany(t => new[] { (t.Name, t.ByDomain is not null, true), (t.Name, t.ByAddress is not null, false) }).Where(w => w.Item2).Select(w => (w.Name, w.Item3)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_file_says_what_it_was_made_from(string name, bool byDomain)
    {
        var rules = byDomain ? RealRanges.Names : RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, 60, 5);
        var text = RuleTargets.Render(Target(name), rules);
        if (byDomain)
            Assert.All(rules.Domains, d => Assert.Contains(d, text, StringComparison.Ordinal));
        else
            Assert.Contains("1787411825", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_security_group_holds_60_rules_of_a_family()
    {
        var target = Target("aws-security-group");
        Assert.NotEmpty(RuleTargets.Render(target, Rules(60)));
        Refused(FirewallProblems.OverLimit, target, Rules(61));
        Refused(FirewallProblems.OverLimit, target, Rules(31) with { Ports = [443, 8443] });
    }

    [Fact]
    public void An_azure_group_holds_4000_prefixes()
    {
        var target = Target("azure-nsg");
        Assert.NotEmpty(RuleTargets.Render(target, Rules(4000)));
        Refused(FirewallProblems.OverLimit, target, Rules(4001));
    }

    [Fact]
    public void A_rule_of_google_holds_5000_ranges()
    {
        var target = Target("gcp");
        Assert.NotEmpty(RuleTargets.Render(target, Rules(5000)));
        Refused(FirewallProblems.OverLimit, target, Rules(5001));
    }

    [Fact]
    public void A_way_that_a_product_does_not_know_is_a_problem()
    {
        Refused(FirewallProblems.WayNotSupported, Target("nftables"), RealRanges.Names);
        Refused(FirewallProblems.WayNotSupported, Target("haproxy"), RealRanges.Rules);
    }

    internal static RuleTarget Target(string name) => RuleTargets.All.Single(t => t.Name == name);

    internal static RuleSet Rules(int count) => new()
    {
        Source = new RuleSource(1, "2026-01-01-00-00-00", RealRanges.All, null, "0"),
        Ipv4 = [.. Enumerable.Range(0, count).Select(i => new Prefix(false, (UInt128)(0x0d000000 + (i * 512)), 24))],
    };

    private static void Refused(ProblemKind kind, RuleTarget target, RuleSet rules) =>
        Assert.Same(kind, Assert.Single(Assert.Throws<ProblemException>(() => RuleTargets.Render(target, rules)).Problems).Kind);
}
