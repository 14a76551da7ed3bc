using System.Text;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>
/// A chain of its own for iptables-restore or ip6tables-restore, which replaces it in one step and leaves other chains alone.
/// One of the two alone leaves the other family open.
/// </summary>
internal static class IptablesRenderer
{
    private const string Chain = "SLIPWAY-OUT";

    public static string Render(RuleSet rules, bool ipv6)
    {
        var tool = ipv6 ? "ip6tables" : "iptables";
        var text = new StringBuilder();
        text.Line($"# {rules.Origin}");
        text.Line($"# Try without applying: {tool}-restore --noflush --test FILE    Apply in one step: {tool}-restore --noflush FILE");
        text.Line($"# Then once: {tool} -A OUTPUT -j {Chain}    Undo: {tool} -D OUTPUT -j {Chain}; {tool} -F {Chain}; {tool} -X {Chain}");
        text.Line($"# The other family needs its own file: --format {(ipv6 ? "iptables" : "ip6tables")}");
        text.Line("*filter");
        text.Line($":{Chain} - [0:0]");
        text.Line($"-A {Chain} -o lo -j ACCEPT");
        text.Line($"-A {Chain} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT");
        if (ipv6)
        {
            foreach (var type in new[] { "router-solicitation", "neighbour-solicitation", "neighbour-advertisement" })
                text.Line($"-A {Chain} -p ipv6-icmp --icmpv6-type {type} -j ACCEPT");
        }

        Resolvers(text, rules, ipv6);
        foreach (var prefix in ipv6 ? rules.Ipv6 : rules.Ipv4)
            text.Line($"-A {Chain} -d {prefix} -p tcp -m multiport --dports {rules.PortList()} -j ACCEPT");
        if (rules.Log)
            text.Line($"-A {Chain} -m limit --limit 10/second -j LOG --log-prefix \"slipway refused: \"");
        text.Line($"-A {Chain} -j " + (rules.Drop ? "DROP" : ipv6 ? "REJECT --reject-with icmp6-adm-prohibited" : "REJECT --reject-with icmp-admin-prohibited"));
        text.Line("COMMIT");
        return text.ToString();
    }

    private static void Resolvers(StringBuilder text, RuleSet rules, bool ipv6)
    {
        var destinations = rules.Resolvers.Count == 0 ? [""] : rules.ResolversOf(ipv6).Select(r => $"-d {r} ").ToArray();
        foreach (var destination in destinations)
        {
            foreach (var protocol in new[] { "udp", "tcp" })
                text.Line($"-A {Chain} {destination}-p {protocol} --dport 53 -j ACCEPT");
        }
    }
}
