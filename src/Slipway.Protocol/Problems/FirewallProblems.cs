namespace Slipway.Protocol.Problems;

/// <summary>Problems of rules for firewalls and proxies, and of the published lists of addresses.</summary>
public static class FirewallProblems
{
    /// <summary>The list of addresses cannot be downloaded.</summary>
    public static ProblemKind NotDownloaded { get; } = new(
        "SLW-FWL-10001",
        "The list of addresses cannot be downloaded",
        "The publisher of the list cannot be reached from here, or it answered with something else.",
        "Download ip-ranges.json on another machine and give the file with --ranges.",
        Severity.Error,
        Blame.Network);

    /// <summary>Merging would allow too many extra addresses.</summary>
    public static ProblemKind TooManyExtra { get; } = new(
        "SLW-FWL-20001",
        "Merging would allow too many extra addresses",
        "Merging prefixes also allows the addresses between them, which belong to others.",
        "Allow more prefixes with --fit, take only the addresses of one region with --region GLOBAL, or accept more with --max-extra.");

    /// <summary>The list contains addresses that no such list has.</summary>
    public static ProblemKind ImplausibleRange { get; } = new(
        "SLW-FWL-20002",
        "The list contains addresses that no such list has",
        "A prefix is private, or so wide that a rule made from it would allow a large part of the internet. The list is damaged or was tampered with.",
        "Download the list again from its publisher, over https.");

    /// <summary>The list of addresses cannot be read.</summary>
    public static ProblemKind RangesUnreadable { get; } = new(
        "SLW-FWL-40001",
        "The list of addresses cannot be read",
        "The file is not there, or it does not have the form of Amazon's ip-ranges.json.",
        "Download https://ip-ranges.amazonaws.com/ip-ranges.json again and give that file.");

    /// <summary>Nothing in the list fits the filter.</summary>
    public static ProblemKind NothingSelected { get; } = new(
        "SLW-FWL-40002",
        "Nothing in the list fits the filter",
        "No prefix has the requested service and region. Write both in capitals, as in the list. Rules without addresses would block everything.",
        "Check --service and --region.");

    /// <summary>The format cannot express such rules.</summary>
    public static ProblemKind WayNotSupported { get; } = new(
        "SLW-FWL-40003",
        "The format cannot express such rules",
        "Some firewalls know only addresses, and some proxies only names.",
        "Choose the other way with --by, or another format.");

    /// <summary>There are more rules than the target holds.</summary>
    public static ProblemKind OverLimit { get; } = new(
        "SLW-FWL-40004",
        "There are more rules than the target holds",
        "Each product limits the number of addresses or rules, and refuses or silently drops those above the limit.",
        "Use --fit with the product's limit, limit the list to one region with --region GLOBAL, or choose another format.");

    /// <summary>A name, port or address cannot be used in a rule.</summary>
    public static ProblemKind DestinationInvalid { get; } = new(
        "SLW-FWL-40005",
        "A destination cannot be used in a rule",
        "Names are whole host names of letters, digits and hyphens with at least one dot; name servers are IP addresses; ports are numbers from 1 to 65535.",
        "Correct the option; write names outside of ASCII in their xn-- form.");

    /// <summary>The rules could not be applied.</summary>
    public static ProblemKind NotApplied { get; } = new(
        "SLW-FWL-40006",
        "The rules could not be applied",
        "The command that applies the rules failed or did not end. The rules that were there before are in the file again, and were applied again.",
        "Run the command by hand with the file, and see what it says.");

    /// <summary>The state file of watch cannot be read.</summary>
    public static ProblemKind StateUnreadable { get; } = new(
        "SLW-FWL-40007",
        "The state file of watch cannot be read",
        "The .state file beside the rules was changed, or belongs to another program.",
        "Remove the file: addresses that left the list are then refused at once.");

    /// <summary>There is no such part of the rules.</summary>
    public static ProblemKind PartNotThere { get; } = new(
        "SLW-FWL-40008",
        "There is no such part of the rules",
        "Rules are cut into parts only for products of which several can be used together, and only into as many as they need.",
        "Leave --part out, or give a number up to the one in the message.");

    /// <summary>The name servers of this machine are unknown.</summary>
    public static ProblemKind ResolversUnknown { get; } = new(
        "SLW-FWL-40009",
        "The name servers of this machine are unknown",
        "With --resolver system, the rules allow the name servers that this machine uses. It uses none, or only itself.",
        "Give the addresses of the name servers with --resolver.");

    /// <summary>The rules are out of date.</summary>
    public static ProblemKind RulesStale { get; } = new(
        "SLW-FWL-40010",
        "The rules are out of date",
        "Addresses were added to the published list after the rules were made. The rules block them.",
        "Create and apply the rules again. Use slipway firewall watch to keep them up to date.");

    /// <summary>The file has no rules that can be compared.</summary>
    public static ProblemKind RulesNotRecognised { get; } = new(
        "SLW-FWL-40011",
        "The file has no rules that can be compared",
        "The file is not there, or there are no addresses in it: it belongs to something else, or is empty.",
        "Give a file that slipway firewall wrote, or what the firewall lists as its rules; - reads standard input.");

    /// <summary>The list is older than the rules.</summary>
    public static ProblemKind ListOlder { get; } = new(
        "SLW-FWL-40012",
        "The list is older than the rules",
        "The rules were made from a newer version of the list, so this one cannot say whether they are out of date.",
        "Fetch the list again, or leave --ranges out.");

    /// <summary>The secret of a feed cannot be used.</summary>
    public static ProblemKind FeedSecretUnusable { get; } = new(
        "SLW-FWL-40013",
        "The secret that signs addresses of lists cannot be used",
        "Anyone who has the secret can read the lists. It must have at least 32 bytes, in a file that only its owner can read and write.",
        "Correct the permissions with chmod 600, or remove the file: then a new secret is created, and earlier URLs stop working.");

    internal static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotDownloaded, TooManyExtra, ImplausibleRange, RangesUnreadable, NothingSelected, WayNotSupported, OverLimit, DestinationInvalid, NotApplied, StateUnreadable, PartNotThere, ResolversUnknown,
        RulesStale, RulesNotRecognised, ListOlder, FeedSecretUnusable,
    ];
}
