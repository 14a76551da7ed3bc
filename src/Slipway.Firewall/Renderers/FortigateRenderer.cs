using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>Addresses, groups and services of FortiOS, for use in the device's own policies.</summary>
internal static class FortigateRenderer
{
    /// <summary>The most members of a group on the smallest models. A group of such groups holds more.</summary>
    public const int MostMembers = 256;

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
        text.Line($"config firewall {group}");
        if (addresses.Count <= MostMembers)
        {
            Group(text, name, addresses.Select(a => a.Name));
        }
        else
        {
            // FortiOS CLI reference, firewall addrgrp: a group can be a member of another group.
            var parts = addresses.Chunk(MostMembers).Select((part, i) => (Name: $"{name}-{i + 1}", Members: part.Select(a => a.Name))).ToList();
            foreach (var part in parts)
                Group(text, part.Name, part.Members);
            Group(text, name, parts.Select(p => p.Name));
        }

        text.Line("end");
    }

    private static void Group(StringBuilder text, string name, IEnumerable<string> members) =>
        text.Line($"  edit \"{name}\"\n    set member {string.Join(' ', members.Select(m => $"\"{m}\""))}\n  next");
}
