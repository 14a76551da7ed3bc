using System.Net;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests;

public sealed class RuleTargetsTests
{
    public static TheoryData<string, bool> Ways =>
        new(RuleTargets.All.SelectMany(t => new[] { (t.Name, t.ByDomain is not null, true), (t.Name, t.ByAddress is not null, false) }).Where(w => w.Item2).Select(w => (w.Name, w.Item3)));

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_file_says_what_it_was_made_from(string name, bool byDomain)
    {
        var rules = byDomain ? Names : RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, 60, 5);
        var text = RuleTargets.Render(Target(name), rules);
        if (byDomain)
            Assert.All(rules.Domains, d => Assert.Contains(d, text, StringComparison.Ordinal));
        else
            Assert.Contains("1787411825", text, StringComparison.Ordinal);
        // nft and iptables-restore refuse a CR and a byte order mark; HAProxy takes a blank behind a name for a part of it.
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\uFEFF', text);
        Assert.All(text.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_over_the_limit_come_in_parts()
    {
        var target = Target("aws-security-group");
        var parts = Enumerable.Range(1, 3).Select(part => RuleTargets.OnePart(target, RealRanges.Rules with { Part = part })).ToList();
        Assert.Equal(RealRanges.Rules.Ipv4, parts.SelectMany(p => p.Ipv4));
        Assert.Equal(RealRanges.Rules.Ipv6, parts.SelectMany(p => p.Ipv6));
        Assert.All(parts, p => Assert.NotEmpty(RuleTargets.Render(target, p)));
        Refused(FirewallProblems.PartNotThere, target, RealRanges.Rules with { Part = 4 });
        Refused(FirewallProblems.PartNotThere, Target("azure-nsg"), RealRanges.Rules with { Part = 1 });
        var e = Assert.Throws<ProblemException>(() => RuleTargets.Render(target, RealRanges.Rules));
        Assert.Contains("Make 3 groups with --part 1", e.Problems[0].Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> WithComments => new(RuleTargets.All.Where(t => t.Comment is not null).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(WithComments))]
    public void Every_file_with_comments_says_how_it_is_tried_and_undone(string name)
    {
        var target = Target(name);
        var rules = target.ByAddress is null ? Names : RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, 60, 5);
        var comments = RuleTargets.Render(target, rules).Split('\n').SkipWhile(l => l == target.FirstLine).TakeWhile(l => l.StartsWith(target.Comment!, StringComparison.Ordinal)).ToList();
        Assert.Equal(target.Comment + rules.Origin, comments[0]);
        foreach (var word in target.Usage is null ? [] : new[] { "Try without applying: ", "Apply: ", "Undo: " })
            Assert.Single(comments, c => c.StartsWith(target.Comment + word, StringComparison.Ordinal));
        Assert.Equal(target.ByAddress is not null, comments.Any(c => c.Contains("all customers of Amazon's CLOUDFRONT share these addresses", StringComparison.Ordinal)));
        Assert.Equal(target.OpensNameServers, comments.Any(c => c.Contains(RuleNotes.Loud, StringComparison.Ordinal)));
        rules = rules with { Resolvers = [IPAddress.Parse("10.0.0.53")] };
        Assert.DoesNotContain(RuleNotes.Loud, RuleTargets.Render(target, rules), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_needs_more_than_names_says_what()
    {
        Refused(FirewallProblems.DestinationInvalid, Target("hosts"), RealRanges.Names);
        Refused(FirewallProblems.DestinationInvalid, Target("pac"), RealRanges.Names);
    }

    [Fact]
    public void A_way_that_a_product_does_not_know_is_a_problem()
    {
        Refused(FirewallProblems.WayNotSupported, Target("nftables"), RealRanges.Names);
        Refused(FirewallProblems.WayNotSupported, Target("haproxy"), RealRanges.Rules);
    }

    private static RuleSet Names => RealRanges.Names with { Addresses = [IPAddress.Parse("10.0.0.7")], Proxy = "gateway.example.com:3128" };

    internal static RuleTarget Target(string name) => RuleTargets.All.Single(t => t.Name == name);

    internal static RuleSet Rules(int count) => new()
    {
        Source = new RuleSource(1, "2026-01-01-00-00-00", RealRanges.All, null, "0"),
        Ipv4 = [.. Enumerable.Range(0, count).Select(i => new CidrPrefix(false, (UInt128)(0x0d000000u + ((uint)i * 512)), 24))],
    };

    internal static void Refused(ProblemKind kind, RuleTarget target, RuleSet rules) =>
        Assert.Same(kind, Assert.Single(Assert.Throws<ProblemException>(() => RuleTargets.Render(target, rules)).Problems).Kind);
}
