using Slipway.Firewall.Renderers;

namespace Slipway.Firewall.Targets;

/// <summary>Lists that devices fetch, and documents for programs.</summary>
internal static class ListTargets
{
    // PAN-OS web interface help, external dynamic lists: 50,000 addresses on most models, 150,000 on the largest; 50,000 names.
    private const int SmallModelEntries = 50_000;
    private const int LargeModelEntries = 150_000;

    public static IReadOnlyList<RuleTarget> All { get; } =
    [
        new("checkpoint", "Check Point network feed (flat list)")
        {
            ByDomain = ListRenderer.Entries,
            ByAddress = ListRenderer.Entries,
            Comment = "# ",
            IsList = true,
            Usage = new(
                "mgmt_cli check-network-feed network-feed.name slipway-builder targets.1 GATEWAY",
                "mgmt_cli add network-feed name slipway-builder feed-url https://HOST/FILE feed-format \"Flat List\" feed-type \"IP Address\" data-column 1 fields-delimiter \" \" ignore-lines-that-start-with \"#\" update-interval 60 (for names: feed-type Domain), then publish",
                "take it out of the rules, then: mgmt_cli delete network-feed name slipway-builder"),
        },
        new("csv", "Comma-separated values") { ByDomain = ListRenderer.Csv, ByAddress = ListRenderer.Csv, IsList = true },
        new("json", "The rules as they are, in JSON") { ByDomain = JsonRenderer.Render, ByAddress = JsonRenderer.Render, IsList = true },
        new("paloalto-edl", "Palo Alto external dynamic list")
        {
            ByDomain = ListRenderer.Entries,
            ByAddress = ListRenderer.PaloAlto,
            IsList = true,
            Usage = new("request system external-list show type ip name slipway-builder",
                "make an external dynamic list slipway-builder with the address of FILE and a certificate profile, use it in a rule, commit",
                "take the list out of the rule, commit"),
            Limits =
            [
                new(SmallModelEntries, "entries on most models", Entries) { OnlyTold = true },
                new(LargeModelEntries, "entries on the largest models", Entries),
            ],
        },
        new("plain", "One name or prefix a line") { ByDomain = ListRenderer.Entries, ByAddress = ListRenderer.Entries, Comment = "# ", IsList = true },
    ];

    private static int Entries(RuleSet rules) => rules.Domains.Count + rules.Ipv4.Count + rules.Ipv6.Count;
}
