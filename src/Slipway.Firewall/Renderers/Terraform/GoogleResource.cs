namespace Slipway.Firewall.Renderers.Terraform;

/// <summary>Firewall rules of Google Cloud.</summary>
internal static class GoogleResource
{
    public static string Render(RuleSet rules)
    {
        var text = new HclText().Variable("network", "The network of the servers");
        foreach (var (name, ranges) in GcpRenderer.Allowed(rules))
        {
            Rule(text, rules, name, GcpRenderer.AllowPriority, ranges, resource => resource.Block("allow", allow =>
                allow.Attributes(("protocol", "\"tcp\"")).List("ports", rules.Ports.Select(p => $"{p}"))));
        }

        foreach (var (family, everything) in GcpRenderer.Everything)
        {
            Rule(text, rules, $"slipway-refuse-{family}", GcpRenderer.DenyPriority, [everything], resource =>
            {
                resource.Block("deny", deny => deny.Attributes(("protocol", "\"all\"")));
                if (rules.Log)
                    resource.Block("log_config", log => log.Attributes(("metadata", "\"INCLUDE_ALL_METADATA\"")));
            });
        }

        return text.ToString();
    }

    private static void Rule(HclText text, RuleSet rules, string name, int priority, IReadOnlyList<string> ranges, Action<HclText> action) =>
        text.Block($"resource \"google_compute_firewall\" \"{name.Replace('-', '_')}\"", resource =>
        {
            resource.Attributes(
                ("name", HclText.Text(name)),
                ("network", "var.network"),
                ("description", HclText.Text(rules.Origin)),
                ("direction", "\"EGRESS\""),
                ("priority", $"{priority}"));
            resource.List("destination_ranges", ranges);
            action(resource);
        });
}
