using System.Net;
using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>Access lists of Cisco. ASA writes a network with its mask, IOS with a wildcard, which is the inverted mask.</summary>
internal static class CiscoRenderer
{
    public static string Asa(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("object-group network SLIPWAY_BUILDER");
        foreach (var prefix in rules.Ipv4)
            text.Line($" network-object {prefix.Address} {Mask(prefix)}");
        foreach (var prefix in rules.Ipv6)
            text.Line($" network-object {prefix}");
        foreach (var (protocol, destination) in Resolvers(rules, r => $"host {r}", "any"))
            text.Line($"access-list SLIPWAY_OUT extended permit {protocol} any {destination} eq 53");
        foreach (var port in rules.Ports)
            text.Line($"access-list SLIPWAY_OUT extended permit tcp any object-group SLIPWAY_BUILDER eq {port}");
        text.Line("access-list SLIPWAY_OUT extended deny ip any any" + (rules.Log ? " log" : ""));
        return text.ToString();
    }

    public static string Ios(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("ip access-list extended SLIPWAY_OUT");
        foreach (var (protocol, destination) in Resolvers(rules, r => $"host {r}", "any", ipv6: false))
            text.Line($" permit {protocol} any {destination} eq 53");
        foreach (var (prefix, port) in rules.Ipv4.SelectMany(p => rules.Ports.Select(port => (p, port))))
            text.Line($" permit tcp any {prefix.Address} {Wildcard(prefix)} eq {port}");
        text.Line(" deny ip any any" + (rules.Log ? " log" : ""));
        text.Line("ipv6 access-list SLIPWAY_OUT6");
        text.Line(" permit icmp any any nd-na\n permit icmp any any nd-ns");
        foreach (var (protocol, destination) in Resolvers(rules, r => $"host {r}", "any", ipv6: true))
            text.Line($" permit {protocol} any {destination} eq 53");
        foreach (var (prefix, port) in rules.Ipv6.SelectMany(p => rules.Ports.Select(port => (p, port))))
            text.Line($" permit tcp any {prefix} eq {port}");
        text.Line(" deny ipv6 any any" + (rules.Log ? " log" : ""));
        return text.ToString();
    }

    private static IEnumerable<(string Protocol, string Destination)> Resolvers(RuleSet rules, Func<IPAddress, string> one, string any, bool? ipv6 = null)
    {
        var destinations = rules.Resolvers.Count == 0 ? [any] : (ipv6 is { } family ? rules.ResolversOf(family) : rules.Resolvers).Select(one);
        return destinations.SelectMany(d => new[] { ("udp", d), ("tcp", d) });
    }

    private static IPAddress Mask(CidrPrefix prefix) => new CidrPrefix(false, (UInt128)~(uint)CidrPrefix.Mask(32 - prefix.Length), 32).Address;

    private static IPAddress Wildcard(CidrPrefix prefix) => new CidrPrefix(false, CidrPrefix.Mask(32 - prefix.Length), 32).Address;
}
