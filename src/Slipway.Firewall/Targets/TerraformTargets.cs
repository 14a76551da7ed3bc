using Slipway.Firewall.Renderers.Terraform;

namespace Slipway.Firewall.Targets;

/// <summary>Firewalls of clouds, configured with Terraform or OpenTofu.</summary>
internal static class TerraformTargets
{
    private static readonly RuleUsage Usage = new("terraform plan", "terraform apply",
        "terraform destroy -target=ADDRESS of these resources, or apply the file before");

    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("terraform-aws-prefix-list", "Terraform: AWS prefix list")
        {
            ByAddress = PrefixListResource.Render,
            Comment = "# ",
            Usage = Usage,
            Notes = ["A prefix list counts in a security group with its maximum of entries, not with those it has."],
            Limits = [CloudTargets.PrefixListLimit],
        },
        new("terraform-aws-security-group", "Terraform: AWS security groups")
        {
            ByAddress = SecurityGroupResource.Render,
            Comment = "# ",
            Usage = Usage,
            Notes = ["All of the groups belong on an interface together: each holds a part of the addresses."],
            Limits =
            [
                new(CloudTargets.SecurityGroups, "security groups on an interface", SecurityGroupResource.Groups)
                {
                    WayOut = r => $"Merge prefixes with --fit {CloudTargets.PartSize(r) * CloudTargets.SecurityGroups}.",
                },
            ],
        },
        new("terraform-azure-nsg", "Terraform: Azure network security rules")
        {
            ByAddress = AzureResource.Render,
            Comment = "# ",
            Usage = Usage,
            Limits = [new(CloudTargets.AzurePrefixes, "prefixes", r => r.Prefixes.Count())],
        },
        new("terraform-gcp", "Terraform: Google Cloud firewall rules")
        {
            ByAddress = GoogleResource.Render,
            Comment = "# ",
            Usage = Usage,
            Notes = ["The name server of a network is reached past firewall rules."],
            Limits = [new(CloudTargets.GoogleRanges, "ranges of a family", r => Math.Max(r.Ipv4.Count, r.Ipv6.Count))],
        },
    ];
}
