using Slipway.Protocol.Problems;
using static Slipway.Firewall.Tests.RuleTargetsTests;

namespace Slipway.Firewall.Tests.Targets;

public sealed class TargetLimitsTests
{
    // Amazon VPC quotas (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html), Azure limits
    // (https://learn.microsoft.com/azure/azure-resource-manager/management/azure-subscription-service-limits), Compute Engine API
    // (firewallPolicies: 5,000 ranges), PAN-OS help (external dynamic lists: 150,000 addresses), FortiOS maximum values (256 of 256).
    [Theory]
    [InlineData("aws-security-group", 60)]
    [InlineData("aws-prefix-list", 1000)]
    [InlineData("terraform-aws-prefix-list", 1000)]
    [InlineData("terraform-aws-security-group", 300)]
    [InlineData("azure-nsg", 4000)]
    [InlineData("terraform-azure-nsg", 4000)]
    [InlineData("gcp", 5000)]
    [InlineData("terraform-gcp", 5000)]
    [InlineData("fortigate", 65_536)]
    [InlineData("paloalto-edl", 150_000)]
    public void A_product_holds_what_it_says_and_not_one_more(string name, int most)
    {
        Assert.NotEmpty(RuleTargets.Render(Target(name), Rules(most)));
        Refused(FirewallProblems.OverLimit, Target(name), Rules(most + 1));
    }

    [Theory]
    [InlineData("cisco-asa")]
    [InlineData("cisco-ios")]
    [InlineData("nftables")]
    [InlineData("windows")]
    public void Others_have_no_limit_that_matters(string name) => Assert.NotEmpty(RuleTargets.Render(Target(name), Rules(20_000)));

    [Fact]
    public void A_second_port_takes_a_rule_of_a_security_group_for_each_prefix()
    {
        Assert.NotEmpty(RuleTargets.Render(Target("aws-security-group"), Rules(30) with { Ports = [443, 8443] }));
        Refused(FirewallProblems.OverLimit, Target("aws-security-group"), Rules(31) with { Ports = [443, 8443] });
    }

    // AWS Network Firewall quotas: 8,192 characters in a rule, with the values of its variables.
    [Fact]
    public void A_rule_of_network_firewall_has_a_length()
    {
        var target = Target("aws-network-firewall");
        var limit = target.Limits[0];
        var most = Enumerable.Range(1, 1000).Last(n => limit.Count(Rules(n)) <= 8192);
        Assert.InRange(most, 500, 700);
        Assert.NotEmpty(RuleTargets.Render(target, Rules(most)));
        Refused(FirewallProblems.OverLimit, target, Rules(most + 1));
    }

    [Fact]
    public void A_list_that_small_models_do_not_hold_is_told()
    {
        Assert.DoesNotContain("50000 entries", string.Join('\n', RuleNotes.Warnings(Target("paloalto-edl"), Rules(50_000))), StringComparison.Ordinal);
        Assert.Contains("holds 50000 entries on most models; these are 50001", string.Join('\n', RuleNotes.Warnings(Target("paloalto-edl"), Rules(50_001))), StringComparison.Ordinal);
    }
}
