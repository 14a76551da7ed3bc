using Slipway.Firewall.Renderers;

namespace Slipway.Firewall.Targets;

/// <summary>Firewall devices.</summary>
internal static class DeviceTargets
{
    // The members of a group depend on the model: 256 on the smallest. Groups of groups hold 256 × 256.
    private const int FortigateGroupOfGroups = FortigateRenderer.MostMembers * FortigateRenderer.MostMembers;

    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("cisco-asa", "Cisco ASA")
        {
            ByAddress = CiscoRenderer.Asa,
            Comment = "! ",
            OpensNameServers = true,
            Usage = new("reload in 10 before, reload cancel when all is well",
                "paste FILE in configuration mode, then: access-group SLIPWAY_OUT in interface INSIDE",
                "no access-group SLIPWAY_OUT in interface INSIDE; clear configure access-list SLIPWAY_OUT; no object-group network SLIPWAY_BUILDER"),
        },
        new("cisco-ios", "Cisco IOS")
        {
            ByAddress = CiscoRenderer.Ios,
            Comment = "! ",
            OpensNameServers = true,
            Usage = new("reload in 10 before, reload cancel when all is well",
                "paste FILE in configuration mode, then on the interface towards the servers: ip access-group SLIPWAY_OUT in, ipv6 traffic-filter SLIPWAY_OUT6 in",
                "no ip access-group SLIPWAY_OUT in; no ipv6 traffic-filter SLIPWAY_OUT6 in; no ip access-list extended SLIPWAY_OUT; no ipv6 access-list SLIPWAY_OUT6"),
        },
        new("fortigate", "FortiGate")
        {
            ByDomain = FortigateRenderer.ByDomain,
            ByAddress = FortigateRenderer.ByAddress,
            Comment = "# ",
            Usage = new("execute config-transaction start before, execute config-transaction abort after",
                "paste FILE; use slipway-builder and slipway-builder6 in a policy that accepts slipway-ports, before one that denies all and logs",
                "take the groups out of the policies, then delete them and the addresses slipway-N, or restore the configuration that was saved before"),
            Limits = [new(FortigateGroupOfGroups, "addresses of a family in groups of groups",
                r => Math.Max(Math.Max(r.Ipv4.Count, r.Ipv6.Count), r.Domains.Count))],
        },
        new("mikrotik", "MikroTik RouterOS address lists")
        {
            ByAddress = MikrotikRenderer.Render,
            Comment = "# ",
            Usage = new("in safe mode (Ctrl+X in the terminal): what was done is taken back when it is left with Ctrl+D",
                "import file-name=FILE (new addresses come before old ones go)",
                "/ip firewall address-list remove [find list=slipway-builder]; /ipv6 firewall address-list remove [find list=slipway-builder]"),
            Notes = ["Use: /ip firewall filter add chain=forward action=accept protocol=tcp dst-port=443 dst-address-list=slipway-builder, before one that rejects and logs; the same in /ipv6. The lists alone refuse nothing."],
        },
    ];
}
