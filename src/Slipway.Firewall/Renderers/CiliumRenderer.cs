using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>A Cilium policy. Rules by name need its DNS rule, because Cilium learns addresses from the DNS answers that it sees.</summary>
internal static class CiliumRenderer
{
    public static string ByDomain(RuleSet rules)
    {
        var text = Head(rules);
        text.Line("    - toFQDNs:");
        foreach (var domain in rules.Domains)
            text.Line($"        - matchName: \"{domain}\"");
        Ports(text, rules);
        return text.ToString();
    }

    public static string ByAddress(RuleSet rules)
    {
        var text = Head(rules);
        text.Line("    - toCIDR:");
        foreach (var prefix in rules.Prefixes)
            text.Line($"        - \"{prefix}\"");
        Ports(text, rules);
        return text.ToString();
    }

    private static StringBuilder Head(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata:\n  name: slipway-builder");
        text.Line("  annotations:");
        text.Line($"    slipway/origin: \"{rules.Origin}\"");
        text.Line("spec:\n  endpointSelector:\n    matchLabels:\n      slipway/builder-access: \"true\"\n  egress:");
        text.Line("    - toEndpoints:\n        - matchLabels:\n            k8s:io.kubernetes.pod.namespace: kube-system\n            k8s-app: kube-dns");
        text.Line("      toPorts:\n        - ports:\n            - {port: \"53\", protocol: ANY}");
        text.Line(rules.ByDomain ? "          rules:\n            dns:" : "          rules:\n            dns:\n              - matchPattern: \"*\"");
        foreach (var domain in rules.Domains)
            text.Line($"              - matchName: \"{domain}\"");
        return text;
    }

    private static void Ports(StringBuilder text, RuleSet rules)
    {
        text.Line("      toPorts:\n        - ports:");
        foreach (var port in rules.Ports)
            text.Line($"            - {{port: \"{port}\", protocol: TCP}}");
    }
}
