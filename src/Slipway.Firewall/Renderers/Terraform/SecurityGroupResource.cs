namespace Slipway.Firewall.Renderers.Terraform;

/// <summary>Security groups of AWS, as many as the addresses need.</summary>
internal static class SecurityGroupResource
{
    // Registry of Terraform, aws_security_group: a changed description replaces the group, so it contains nothing that changes.
    private const string Description = "Reaches the Slipway builder and nothing else";

    /// <summary>Returns the number of groups that the rules need.</summary>
    public static int Groups(RuleSet rules) => rules.PartsOf(Targets.CloudTargets.PartSize(rules));

    public static string Render(RuleSet rules)
    {
        var text = new HclText().Variable("vpc_id", "The VPC of the servers");
        var size = Targets.CloudTargets.PartSize(rules);
        for (var group = 0; group < Groups(rules); group++)
        {
            var ipv4 = rules.Ipv4.Skip(group * size).Take(size).Select(p => p.ToString()).ToList();
            var ipv6 = rules.Ipv6.Skip(group * size).Take(size).Select(p => p.ToString()).ToList();
            text.Block($"resource \"aws_security_group\" \"slipway_builder_{group + 1}\"", resource =>
            {
                resource.Attributes(("name", HclText.Text($"slipway-builder-{group + 1}")), ("description", HclText.Text(Description)),
                    ("vpc_id", "var.vpc_id"));
                foreach (var port in rules.Ports)
                    Egress(resource, port, ipv4, ipv6);
                resource.Block("tags =", tags => tags.Attributes(("slipway-sync-token", HclText.Text($"{rules.Source?.SyncToken}"))));
            });
        }

        return text.ToString();
    }

    private static void Egress(HclText resource, int port, IReadOnlyList<string> ipv4, IReadOnlyList<string> ipv6) => resource.Block("egress", egress =>
    {
        egress.Attributes(("protocol", "\"tcp\""), ("from_port", $"{port}"), ("to_port", $"{port}"));
        if (ipv4.Count > 0)
            egress.List("cidr_blocks", ipv4);
        if (ipv6.Count > 0)
            egress.List("ipv6_cidr_blocks", ipv6);
    });
}
