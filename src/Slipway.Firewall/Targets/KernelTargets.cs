using Slipway.Firewall.Renderers;

namespace Slipway.Firewall.Targets;

/// <summary>Firewalls of operating systems.</summary>
internal static class KernelTargets
{
    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        Iptables("iptables", "ip6tables", ipv6: false),
        Iptables("ip6tables", "iptables", ipv6: true),
        new("ipset", "ipset restore")
        {
            ByAddress = IpsetRenderer.Render,
            Comment = "# ",
            Usage = new("unshare -n ipset restore -exist -file FILE", "ipset restore -exist -file FILE (each set is swapped in one step)",
                "ipset destroy slipway4; ipset destroy slipway6"),
            Notes =
            [
                "Use: -m set --match-set slipway4 dst in iptables, slipway6 in ip6tables. The sets alone refuse nothing.",
                "A set of another size, as earlier versions made it, is in the way of the first line. Once: ipset create other hash:net maxelem 65536; ipset swap other slipway4; ipset destroy other; for slipway6 the same with family inet6.",
            ],
        },
        new("nftables", "nftables")
        {
            ByAddress = NftablesRenderer.Render,
            Comment = "# ",
            OpensNameServers = true,
            Usage = new("nft -c -f FILE", "nft -f FILE (in one step)", "nft delete table inet slipway"),
        },
        new("pf", "pf of the BSDs")
        {
            ByAddress = PfRenderer.Render,
            Comment = "# ",
            OpensNameServers = true,
            Usage = new("pfctl -n -a slipway -f FILE", "pfctl -a slipway -f FILE (in one step), with the line anchor \"slipway\" in pf.conf",
                "pfctl -a slipway -F all"),
        },
        new("windows", "Windows Firewall (PowerShell)")
        {
            ByAddress = WindowsRenderer.Render,
            Comment = "# ",
            OpensNameServers = true,
            Usage = new("FILE -WhatIf", "run FILE as administrator",
                $"Set-NetFirewallProfile -All -DefaultOutboundAction Allow; Remove-NetFirewallRule -Group '{WindowsRenderer.Group}'"),
        },
    ];

    private static RuleTarget Iptables(string tool, string other, bool ipv6)
    {
        const string Chain = IptablesRenderer.Chain;
        return new(tool, $"{tool}-restore")
        {
            ByAddress = rules => IptablesRenderer.Render(rules, ipv6),
            Comment = "# ",
            OpensNameServers = true,
            Usage = new(
                $"{tool}-restore --noflush --test FILE",
                $"{tool}-restore --noflush FILE (in one step), then once: {tool} -A OUTPUT -j {Chain}",
                $"{tool} -D OUTPUT -j {Chain}; {tool} -F {Chain}; {tool} -X {Chain}"),
            Notes = [$"The other family stays open without its own file: --format {other}"],
        };
    }
}
