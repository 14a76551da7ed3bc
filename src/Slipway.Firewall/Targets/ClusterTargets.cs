using Slipway.Firewall.Renderers;

namespace Slipway.Firewall.Targets;

/// <summary>Policies of clusters.</summary>
internal static class ClusterTargets
{
    private static readonly RuleUsage Usage = new("kubectl apply --dry-run=server -f FILE", "kubectl apply -f FILE", "kubectl delete -f FILE");

    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("cilium", "Cilium network policy") { ByDomain = CiliumRenderer.ByDomain, ByAddress = CiliumRenderer.ByAddress, Comment = "# ", Usage = Usage },
        new("kubernetes", "Kubernetes NetworkPolicy") { ByAddress = KubernetesRenderer.Render, Comment = "# ", Usage = Usage, OpensNameServers = true },
    ];
}
