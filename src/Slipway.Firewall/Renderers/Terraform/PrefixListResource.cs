namespace Slipway.Firewall.Renderers.Terraform;

/// <summary>Managed prefix lists of AWS, one for each family.</summary>
internal static class PrefixListResource
{
    public static string Render(RuleSet rules)
    {
        var text = new HclText();
        foreach (var (family, prefixes) in new[] { ("IPv4", rules.Ipv4), ("IPv6", rules.Ipv6) })
        {
            if (prefixes.Count == 0)
                continue;
            var name = family.ToLowerInvariant();
            text.Block($"resource \"aws_ec2_managed_prefix_list\" \"slipway_builder_{name}\"", resource =>
            {
                resource.Attributes(("name", HclText.Text($"slipway-builder-{name}")), ("address_family", HclText.Text(family)),
                    ("max_entries", $"{PrefixListSize.For(prefixes.Count)}"));
                foreach (var prefix in prefixes)
                    resource.Block("entry", entry => entry.Attributes(("cidr", HclText.Text(prefix.ToString()))));
                resource.Block("tags =", tags => tags.Attributes(("slipway-sync-token", HclText.Text($"{rules.Source?.SyncToken}"))));
            });
        }

        return text.ToString();
    }
}
