using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>A NetworkPolicy for the pods with a label. A policy of type Egress refuses everything that it does not list, in both families.</summary>
internal static class KubernetesRenderer
{
    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: slipway-builder");
        text.Line("  annotations:");
        text.Line($"    slipway/origin: \"{rules.Origin}\"");
        text.Line("spec:\n  podSelector:\n    matchLabels:\n      slipway/builder-access: \"true\"\n  policyTypes: [Egress]\n  egress:");
        text.Line("    - ports:\n        - {protocol: UDP, port: 53}\n        - {protocol: TCP, port: 53}");
        if (rules.Resolvers.Count > 0)
        {
            text.Line("      to:");
            foreach (var resolver in rules.Resolvers)
                text.Line($"        - ipBlock: {{cidr: \"{resolver}/{(resolver.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? 128 : 32)}\"}}");
        }

        text.Line("    - ports:");
        foreach (var port in rules.Ports)
            text.Line($"        - {{protocol: TCP, port: {port}}}");
        text.Line("      to:");
        foreach (var prefix in rules.Prefixes)
            text.Line($"        - ipBlock: {{cidr: \"{prefix}\"}}");
        return text.ToString();
    }
}
