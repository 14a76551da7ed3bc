using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>A table of nftables, replaced as a whole in one step.</summary>
internal static class NftablesRenderer
{
    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("table inet slipway");
        text.Line("delete table inet slipway");
        text.Line("table inet slipway {");
        Set(text, "builder4", "ipv4_addr", rules.Ipv4);
        Set(text, "builder6", "ipv6_addr", rules.Ipv6);
        text.Line("  chain output {");
        text.Line("    type filter hook output priority filter; policy drop;");
        text.Line("    oif \"lo\" accept");
        text.Line("    ct state established,related accept");
        text.Line("    icmpv6 type { nd-router-solicit, nd-neighbor-solicit, nd-neighbor-advert } accept");
        Resolvers(text, rules);
        if (rules.Ipv4.Count > 0)
            text.Line($"    ip daddr @builder4 tcp dport {{ {rules.PortList(", ")} }} accept");
        if (rules.Ipv6.Count > 0)
            text.Line($"    ip6 daddr @builder6 tcp dport {{ {rules.PortList(", ")} }} accept");
        if (rules.Log)
            text.Line("    limit rate 10/second log prefix \"slipway refused: \"");
        text.Line(rules.Drop ? "    counter drop" : "    counter reject with icmpx type admin-prohibited");
        text.Line("  }");
        text.Line("}");
        return text.ToString();
    }

    private static void Set(StringBuilder text, string name, string type, IReadOnlyList<CidrPrefix> prefixes)
    {
        if (prefixes.Count == 0)
            return;
        text.Line($"  set {name} {{");
        text.Line($"    type {type}; flags interval; auto-merge;");
        text.Line($"    elements = {{ {string.Join(", ", prefixes)} }}");
        text.Line("  }");
    }

    private static void Resolvers(StringBuilder text, RuleSet rules)
    {
        const string Port53 = "meta l4proto { tcp, udp } th dport 53 accept";
        if (rules.Resolvers.Count == 0)
            text.Line("    " + Port53);
        foreach (var ipv6 in new[] { false, true })
        {
            var resolvers = rules.ResolversOf(ipv6).ToList();
            if (resolvers.Count > 0)
                text.Line($"    {(ipv6 ? "ip6" : "ip")} daddr {{ {string.Join(", ", resolvers)} }} {Port53}");
        }
    }
}
