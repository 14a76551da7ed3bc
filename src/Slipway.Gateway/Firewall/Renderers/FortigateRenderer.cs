using System.Text;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>Addresses, groups and services of FortiOS, for policies that the device has.</summary>
internal static class FortigateRenderer
{
    public static string ByAddress(RuleSet rules) => Render(
        rules,
        [.. rules.Ipv4.Select((p, i) => ($"slipway-{i}", $"set subnet {p}"))],
        [.. rules.Ipv6.Select((p, i) => ($"slipway6-{i}", $"set ip6 {p}"))]);

    public static string ByDomain(RuleSet rules) => Render(
        rules,
        [.. rules.Domains.Select((d, i) => ($"slipway-{i}", $"set type fqdn\n    set fqdn {d}"))],
        []);

    private static string Render(RuleSet rules, IReadOnlyList<(string Name, string Value)> addresses, IReadOnlyList<(string Name, string Value)> addresses6)
    {
        var text = new StringBuilder();
        text.Line($"# {rules.Origin}");
        text.Line("# Use slipway-builder and slipway-builder6 in a policy that accepts slipway-ports, before one that denies all and logs. Undo: restore the configuration that was saved before.");
        Objects(text, "address", "addrgrp", "slipway-builder", addresses);
        Objects(text, "address6", "addrgrp6", "slipway-builder6", addresses6);
        text.Line("config firewall service custom\n  edit \"slipway-ports\"");
        text.Line($"    set tcp-portrange {rules.PortList(" ")}");
        text.Line("  next\nend");
        return text.ToString();
    }

    private static void Objects(StringBuilder text, string kind, string group, string name, IReadOnlyList<(string Name, string Value)> addresses)
    {
        if (addresses.Count == 0)
            return;
        text.Line($"config firewall {kind}");
        foreach (var address in addresses)
            text.Line($"  edit \"{address.Name}\"\n    {address.Value}\n  next");
        text.Line("end");
        text.Line($"config firewall {group}\n  edit \"{name}\"");
        text.Line($"    set member {string.Join(' ', addresses.Select(a => $"\"{a.Name}\""))}");
        text.Line("  next\nend");
    }
}
