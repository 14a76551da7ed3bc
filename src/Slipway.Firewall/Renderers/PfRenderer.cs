using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>An anchor for pf. Its last rule refuses every outgoing connection that no rule before it allows.</summary>
internal static class PfRenderer
{
    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("table <slipway_builder> const { \\");
        foreach (var prefix in rules.Prefixes)
            text.Line($"  {prefix} \\");
        text.Line("}");
        text.Line("pass out quick on lo0 all");
        text.Line("pass out quick inet6 proto icmp6 all icmp6-type { neighbrsol, neighbradv, routersol }");
        text.Line($"pass out quick proto {{ tcp, udp }} to {(rules.Resolvers.Count == 0 ? "any" : $"{{ {string.Join(", ", rules.Resolvers)} }}")} port 53 keep state");
        text.Line($"pass out quick proto tcp to <slipway_builder> port {{ {rules.PortList(", ")} }} flags S/SA keep state");
        text.Line($"block {(rules.Drop ? "drop" : "return")} out {(rules.Log ? "log " : "")}quick all");
        return text.ToString();
    }
}
