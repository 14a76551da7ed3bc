using Slipway.Gateway.Firewall.Renderers;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall;

/// <summary>All products that rules can be written for.</summary>
public static class RuleTargets
{
    // An AWS security group has 60 rules for each family; a rule is one prefix with one range of ports.
    private const int SecurityGroupRules = 60;

    // A network security group of Azure holds 4,000 prefixes, of both families together.
    private const int AzurePrefixes = 4000;

    // A firewall rule of Google Cloud holds 5,000 ranges.
    private const int GoogleRanges = 5000;

    /// <summary>The products, by name.</summary>
    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("aws-security-group", "AWS security group (permissions for authorize-security-group-egress)", null, AwsSecurityGroupRenderer.Render, (SecurityGroupRules, r => Math.Max(r.Ipv4.Count, r.Ipv6.Count) * r.Ports.Count)),
        new("azure-nsg", "Azure network security group (securityRules of a template)", null, AzureNsgRenderer.Render, (AzurePrefixes, r => r.Prefixes.Count())),
        new("cilium", "Cilium network policy", CiliumRenderer.ByDomain, CiliumRenderer.ByAddress),
        new("cisco-asa", "Cisco ASA", null, CiscoRenderer.Asa),
        new("cisco-ios", "Cisco IOS", null, CiscoRenderer.Ios),
        new("csv", "Comma-separated values", ListRenderer.Csv, ListRenderer.Csv),
        new("fortigate", "FortiGate", FortigateRenderer.ByDomain, FortigateRenderer.ByAddress),
        new("gcp", "Google Cloud firewall rules", null, GcpRenderer.Render, (GoogleRanges, r => Math.Max(r.Ipv4.Count, r.Ipv6.Count))),
        new("haproxy", "HAProxy, passing TLS connections on by the name they ask for", HaproxyRenderer.Render, null),
        new("ip6tables", "ip6tables-restore", null, rules => IptablesRenderer.Render(rules, ipv6: true)),
        new("ipset", "ipset restore", null, IpsetRenderer.Render),
        new("iptables", "iptables-restore", null, rules => IptablesRenderer.Render(rules, ipv6: false)),
        new("json", "The rules as they are, in JSON", JsonRenderer.Render, JsonRenderer.Render),
        new("kubernetes", "Kubernetes NetworkPolicy", null, KubernetesRenderer.Render),
        new("nftables", "nftables", null, NftablesRenderer.Render),
        new("paloalto-edl", "Palo Alto external dynamic list", ListRenderer.Plain, ListRenderer.Plain),
        new("pf", "pf of the BSDs", null, PfRenderer.Render),
        new("plain", "One name or prefix a line", ListRenderer.Plain, ListRenderer.Plain),
        new("squid", "Squid", SquidRenderer.Render, SquidRenderer.Render),
        new("windows", "Windows Firewall (PowerShell)", null, WindowsRenderer.Render),
    ];

    /// <summary>Writes the rules for a product.</summary>
    /// <exception cref="ProblemException">The product cannot express them, or does not hold as many.</exception>
    public static string Render(RuleTarget target, RuleSet rules)
    {
        var way = rules.ByDomain ? "domain" : "ip";
        var render = (rules.ByDomain ? target.ByDomain : target.ByAddress)
            ?? throw new ProblemException(FirewallProblems.WayNotSupported.At($"--by {way}", $"{target.Name} has no rules by {(rules.ByDomain ? "name" : "address")}."));
        if (target.Limit is { } limit && limit.Count(rules) is var count && count > limit.Most)
            throw new ProblemException(FirewallProblems.OverLimit.At(target.Name, $"There are {count} rules; the target holds {limit.Most}."));
        return render(rules);
    }
}
