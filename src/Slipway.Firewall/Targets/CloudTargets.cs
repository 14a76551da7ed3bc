using Slipway.Firewall.Renderers;

namespace Slipway.Firewall.Targets;

/// <summary>Firewalls of clouds, configured with the clouds' own tools.</summary>
internal static class CloudTargets
{
    // Amazon VPC quotas: 60 rules of a family in a group, where a rule is one prefix with one range of ports; five groups for an interface.
    internal const int SecurityGroupRules = 60;
    internal const int SecurityGroups = 5;

    // Amazon VPC quotas: entries of a prefix list.
    internal const int PrefixListEntries = 1000;

    // Azure limits: prefixes in a network security group, of both families together.
    internal const int AzurePrefixes = 4000;

    // Google Compute Engine: ranges of a rule of a policy. A firewall rule was limited to 256 for years, so each rule here has no more.
    internal const int GoogleRanges = 5000;

    // AWS Network Firewall quotas: characters of a rule with the values of its variables, and capacity of a group.
    private const int SuricataCharacters = 8192;
    private const int StatefulCapacity = 30_000;

    internal static RuleLimit SecurityGroupLimit { get; } = new(SecurityGroupRules, "rules of a family",
        r => Math.Max(r.Ipv4.Count, r.Ipv6.Count) * r.Ports.Count)
    {
        WayOut = r =>
            $"Make {r.PartsOf(PartSize(r))} groups with --part 1 and so on (an interface takes {SecurityGroups} unless Amazon raises it), or merge prefixes with --fit {PartSize(r)}.",
    };

    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("aws-network-firewall", "AWS Network Firewall (request for create-rule-group)")
        {
            ByDomain = AwsNetworkFirewallRenderer.ByDomain,
            ByAddress = AwsNetworkFirewallRenderer.ByAddress,
            Usage = new("aws network-firewall create-rule-group --dry-run --cli-input-json file://FILE",
                "aws network-firewall create-rule-group --cli-input-json file://FILE; later update-rule-group with RuleGroup of FILE",
                "take the group out of the policy, then: aws network-firewall delete-rule-group --type STATEFUL --rule-group-name slipway-builder"),
            Notes = ["The policy must use strict order and drop what no rule passes: aws:drop_established (and aws:alert_established to log). A list of names looks at the name in TLS on every port."],
            Limits =
            [
                new(SuricataCharacters, "characters in a rule with its variables", r => r.ByDomain ? 0 : AwsNetworkFirewallRenderer.LongestRule(r)),
                new(StatefulCapacity, "rules", r => Math.Max(r.Domains.Count, r.Ports.Count)),
            ],
        },
        new("aws-prefix-list", "AWS prefix list (script for the AWS CLI)")
        {
            ByAddress = AwsPrefixListRenderer.Render,
            FirstLine = "#!/bin/sh",
            Comment = "# ",
            Usage = new("sh FILE --dry-run", "sh FILE (makes the lists, or brings those that are there up to date)",
                "aws ec2 restore-managed-prefix-list-version --prefix-list-id ID --previous-version N --current-version M; aws ec2 delete-managed-prefix-list --prefix-list-id ID"),
            Notes = ["A prefix list counts in a security group with its maximum of entries, not with those it has."],
            Limits = [PrefixListLimit],
        },
        new("aws-security-group", "AWS security group (permissions for authorize-security-group-egress)")
        {
            ByAddress = AwsSecurityGroupRenderer.Render,
            Usage = new("aws ec2 authorize-security-group-egress --dry-run --group-id ID --ip-permissions file://FILE",
                "aws ec2 authorize-security-group-egress --group-id ID --ip-permissions file://FILE, then revoke the rule that allows everything",
                "aws ec2 revoke-security-group-egress --group-id ID --ip-permissions file://FILE"),
            Notes = ["The name server of a VPC is reached past security groups. A new group allows everything to leave until that rule is revoked."],
            Limits = [SecurityGroupLimit],
            PartSize = PartSize,
        },
        new("azure-nsg", "Azure network security group (securityRules of a template)")
        {
            ByAddress = AzureNsgRenderer.Render,
            Usage = new("az deployment group what-if --template-file TEMPLATE",
                "az deployment group create --template-file TEMPLATE, with FILE as its securityRules",
                "az network nsg rule delete --nsg-name NSG --name slipway-refuse (first), slipway-builder-ipv4, slipway-builder-ipv6"),
            Limits = [new(AzurePrefixes, "prefixes", r => r.Prefixes.Count())],
        },
        new("gcp", "Google Cloud firewall rules (requests for compute.firewalls.insert)")
        {
            ByAddress = GcpRenderer.Render,
            Usage = new("make the rules with \"disabled\": true, and look at them with gcloud compute firewall-rules list",
                "one request for each rule, those that allow first",
                "gcloud compute firewall-rules delete slipway-refuse-ipv4 slipway-refuse-ipv6 (first), then slipway-builder-*"),
            Notes = ["The name server of a network is reached past firewall rules."],
            Limits = [new(GoogleRanges, "ranges of a family", r => Math.Max(r.Ipv4.Count, r.Ipv6.Count))],
        },
    ];

    internal static RuleLimit PrefixListLimit => new(PrefixListEntries, "entries of a family", r => Math.Max(r.Ipv4.Count, r.Ipv6.Count));

    internal static int PartSize(RuleSet rules) => Math.Max(1, SecurityGroupRules / rules.Ports.Count);
}
