using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// A PowerShell script. Windows refuses outgoing connections only when the profile says so, which the script sets last. The rules are
/// in a group, so that they can be replaced and removed together. A rule has no more addresses than Windows displays and edits well.
/// </summary>
internal static class WindowsRenderer
{
    /// <summary>The group of the rules.</summary>
    public const string Group = "Slipway builder";

    /// <summary>The most addresses of a rule.</summary>
    public const int MostAddresses = 1000;

    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("[CmdletBinding(SupportsShouldProcess)]");
        text.Line("param()");
        text.Line("$ErrorActionPreference = 'Stop'");
        var parts = rules.Prefixes.Chunk(MostAddresses).ToList();
        foreach (var (index, part) in parts.Index())
            Addresses(text, $"builder{index + 1}", part.Select(p => p.ToString()));
        if (rules.Resolvers.Count > 0)
            Addresses(text, "resolvers", rules.Resolvers.Select(r => r.ToString()));
        text.Line($"Remove-NetFirewallRule -Group '{Group}' -ErrorAction SilentlyContinue");
        foreach (var (index, _) in parts.Index())
            Rule(text, $"builder {index + 1}", "TCP", rules.PortList(), $"$builder{index + 1}");
        foreach (var protocol in new[] { "TCP", "UDP" })
            Rule(text, "name servers " + protocol, protocol, "53", rules.Resolvers.Count > 0 ? "$resolvers" : "Any");
        text.Line($"Set-NetFirewallProfile -All -DefaultOutboundAction Block -LogBlocked {(rules.Log ? "True" : "False")}");
        return text.ToString();
    }

    private static void Addresses(StringBuilder text, string name, IEnumerable<string> addresses)
    {
        text.Line($"${name} = @(");
        text.Line(string.Join(",\n", addresses.Select(a => $"    '{a}'")));
        text.Line(")");
    }

    private static void Rule(StringBuilder text, string name, string protocol, string ports, string addresses) => text.Line(
        $"New-NetFirewallRule -Group '{Group}' -DisplayName 'Slipway {name}' -Direction Outbound -Action Allow -Protocol {protocol} -RemotePort {ports} -RemoteAddress {addresses} | Out-Null");
}
