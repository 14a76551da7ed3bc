namespace Slipway.Firewall.Renderers.Terraform;

/// <summary>Rules of a network security group of Azure.</summary>
internal static class AzureResource
{
    public static string Render(RuleSet rules)
    {
        var text = new HclText()
            .Variable("resource_group_name", "The resource group of the network security group")
            .Variable("network_security_group_name", "The network security group of the servers");
        if (rules.Ipv4.Count > 0)
            Rule(text, rules, "ipv4", AzureNsgRenderer.FirstPriority, rules.Ipv4);
        if (rules.Ipv6.Count > 0)
            Rule(text, rules, "ipv6", AzureNsgRenderer.FirstPriority + 1, rules.Ipv6);
        Rule(text, rules, "refuse", AzureNsgRenderer.LastPriority, []);
        return text.ToString();
    }

    private static void Rule(HclText text, RuleSet rules, string name, int priority, IReadOnlyList<CidrPrefix> prefixes) =>
        text.Block($"resource \"azurerm_network_security_rule\" \"slipway_{name}\"", resource =>
        {
            var allows = prefixes.Count > 0;
            (string, string)[] attributes =
            [
                ("name", HclText.Text(allows ? $"slipway-builder-{name}" : "slipway-refuse")),
                ("resource_group_name", "var.resource_group_name"),
                ("network_security_group_name", "var.network_security_group_name"),
                ("description", HclText.Text(AzureNsgRenderer.Description(rules))),
                ("priority", $"{priority}"),
                ("direction", "\"Outbound\""),
                ("access", allows ? "\"Allow\"" : "\"Deny\""),
                ("protocol", allows ? "\"Tcp\"" : "\"*\""),
                ("source_port_range", "\"*\""),
                ("source_address_prefix", "\"*\""),
            ];
            if (allows)
            {
                resource.Attributes(attributes)
                    .List("destination_port_ranges", rules.Ports.Select(p => $"{p}"))
                    .List("destination_address_prefixes", prefixes.Select(p => p.ToString()));
            }
            else
            {
                resource.Attributes([.. attributes, ("destination_port_range", "\"*\""), ("destination_address_prefix", "\"*\"")]);
            }
        });
}
