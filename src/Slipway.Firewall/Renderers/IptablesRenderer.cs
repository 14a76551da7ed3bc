using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// A chain for iptables-restore or ip6tables-restore, which replace it in one step and leave other chains unchanged.
/// Each file covers one family; without the second file, the other family stays open.
/// </summary>
internal static class IptablesRenderer
{
    /// <summary>The name of the chain.</summary>
    public const string Chain = "SLIPWAY-OUT";

    // iptables-extensions(8), multiport.
    private const int MostPorts = 15;

    public static string Render(RuleSet rules, bool ipv6)
    {
        var text = new StringBuilder();
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
        {
            foreach (var ports in rules.Ports.Chunk(MostPorts))
                text.Line($"-A {Chain} -d {prefix} -p tcp -m multiport --dports {string.Join(',', ports)} -j ACCEPT");
        }

        if (rules.Log)
            text.Line($"-A {Chain} -m limit --limit 10/second -j LOG --log-prefix \"slipway refused: \"");
        text.Line($"-A {Chain} -j "
            + (rules.Drop ? "DROP" : ipv6 ? "REJECT --reject-with icmp6-adm-prohibited" : "REJECT --reject-with icmp-admin-prohibited"));
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
