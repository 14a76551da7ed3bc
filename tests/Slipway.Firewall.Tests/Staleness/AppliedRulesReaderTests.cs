using System.Net;
using Slipway.Firewall.Staleness;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Tests.Staleness;

public sealed class AppliedRulesReaderTests
{
    // The name servers must not be taken for addresses of the service.
    private static readonly RuleSet Rules = RealRanges.Rules with { Resolvers = [IPAddress.Parse("10.0.0.53"), IPAddress.Parse("fd00::53")] };

    public static TheoryData<string> ByAddress => new(RuleTargets.All.Where(t => t.ByAddress is not null && t.PartSize is null && !t.Name.EndsWith("tables", StringComparison.Ordinal)).Select(t => t.Name));

    [Theory]
    [MemberData(nameof(ByAddress))]
    public void Exactly_the_addresses_are_found_in_the_file_of_every_product(string format)
    {
        var read = AppliedRulesReader.Read(RuleTargets.Render(RuleTargetsTests.Target(format), Rules), format);
        Assert.Equal(Rules.Prefixes, read.Addresses.Prefixes);
        Assert.Equal(new ListVersion(1787411825, "2026-08-22-15-17-05"), read.Origin);
        Assert.Equal(RealRanges.All, read.Filter);
        Assert.False(read.ByName);
    }

    [Fact]
    public void Files_of_both_families_are_one_set_of_rules()
    {
        var files = new[] { "iptables", "ip6tables" }.Select(f => AppliedRulesReader.Read(RuleTargets.Render(RuleTargetsTests.Target(f), Rules), f)).ToList();
        Assert.Equal((180, 0), (files[0].Addresses.Ipv4.Count, files[0].Addresses.Ipv6.Count));
        Assert.Equal(Rules.Prefixes, AppliedRules.Of(files).Addresses.Prefixes);
    }

    [Fact]
    public void All_parts_are_one_set_of_rules()
    {
        var target = RuleTargetsTests.Target("aws-security-group");
        var files = Enumerable.Range(1, 3).Select(part => AppliedRulesReader.Read(RuleTargets.Render(target, RealRanges.Rules with { Part = part }), $"{part}")).ToList();
        Assert.Equal(Rules.Prefixes, AppliedRules.Of(files).Addresses.Prefixes);
        Assert.NotEqual(Rules.Prefixes, AppliedRules.Of(files[..2]).Addresses.Prefixes);
    }

    [Fact]
    public void Files_of_different_services_are_not_one_set_of_rules()
    {
        var files = new[] { RealRanges.Rules, RuleSets.ByAddress(RealRanges.Newest, RealRanges.Global, null, 0) }.Select(r => AppliedRulesReader.Read(RuleTargets.Render(RuleTargetsTests.Target("plain"), r), "plain")).ToList();
        Assert.Same(FirewallProblems.RulesNotRecognised, Assert.Single(Assert.Throws<ProblemException>(() => AppliedRules.Of(files)).Problems).Kind);
    }

    [Theory]
    [InlineData("elements = { 13.32.0.0-13.33.255.255, 13.35.1.1 }", "13.32.0.0/15,13.35.1.1/32")]
    [InlineData("2600:9000:: - 2600:9000:0fff:ffff:ffff:ffff:ffff:ffff", "2600:9000::/36")]
    [InlineData("permit tcp any 13.32.0.0 0.1.255.255 eq 443", "13.32.0.0/15")]
    [InlineData("permit tcp any 13.35.1.1 0.0.0.0 eq 443", "13.35.1.1/32")]
    [InlineData("network-object 13.32.0.0 255.254.0.0", "13.32.0.0/15")]
    [InlineData("permit tcp any host 13.35.1.1 eq 443", "13.35.1.1/32")]
    [InlineData("13.32.0.0/15 permit ip 0.0.0.0/0 10.0.0.0/8 fe80::/10 ::/0 127.0.0.1", "13.32.0.0/15")]
    public void Addresses_are_found_however_they_are_written(string text, string prefixes) =>
        Assert.Equal(prefixes, string.Join(',', AppliedRulesReader.Read(text, "text").Addresses.Prefixes));

    [Fact]
    public void Rules_by_name_are_known_as_such() =>
        Assert.True(AppliedRulesReader.Read(RuleTargets.Render(RuleTargetsTests.Target("squid"), RealRanges.Names), "squid").ByName);

    [Theory]
    [InlineData("")]
    [InlineData("# slipway firewall: nothing\n10.0.0.0/8 192.168.1.1 2026-08-22-15-17-05 12:34:56 1.2.3")]
    [InlineData("slipway firewall: ip-ranges.json syncToken=1 createDate=2026-08-22-15-17-05 service=CLOUDFRONT region=all")]
    public void A_file_without_addresses_is_refused(string text) =>
        Assert.Same(FirewallProblems.RulesNotRecognised, Assert.Single(Assert.Throws<ProblemException>(() => AppliedRulesReader.Read(text, "text")).Problems).Kind);
}
