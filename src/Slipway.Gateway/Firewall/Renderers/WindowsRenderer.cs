using System.Text;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>
/// A PowerShell script. Windows refuses what leaves only where the profile says so, which the script does last; the rules are
/// in a group, so that they can be replaced and removed together.
/// </summary>
internal static class WindowsRenderer
{
    private const string Group = "Slipway builder";

    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line($"# {rules.Origin}");
        text.Line("# Run as administrator. Try without applying: FILE -WhatIf");
        text.Line($"# Undo: Set-NetFirewallProfile -All -DefaultOutboundAction Allow; Remove-NetFirewallRule -Group '{Group}'");
        text.Line("[CmdletBinding(SupportsShouldProcess)]");
        text.Line("param()");
        text.Line("$ErrorActionPreference = 'Stop'");
        Addresses(text, "builder", rules.Prefixes.Select(p => p.ToString()));
        if (rules.Resolvers.Count > 0)
            Addresses(text, "resolvers", rules.Resolvers.Select(r => r.ToString()));
        text.Line($"Remove-NetFirewallRule -Group '{Group}' -ErrorAction SilentlyContinue");
        Rule(text, "builder", "TCP", rules.PortList(), "$builder");
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
