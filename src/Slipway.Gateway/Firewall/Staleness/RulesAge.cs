using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Staleness;

/// <summary>A comparison of rules with the list as it is published now.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Published">The version of the list.</param>
/// <param name="Filter">The selected entries of the list.</param>
/// <param name="Diff">The addresses that the rules lack, and those that they allow in addition.</param>
public sealed record RulesAge(AppliedRules Rules, ListVersion Published, RangeFilter Filter, RangesDiff Diff)
{
    /// <summary>Whether the rules refuse an address that they should allow.</summary>
    public bool IsStale => !Diff.Added.IsEmpty;

    /// <summary>
    /// Compares the rules with the list. A family without an address in the rules is left out: another file covers it, or it is refused on purpose.
    /// </summary>
    /// <param name="rules">The rules.</param>
    /// <param name="ranges">The list.</param>
    /// <param name="filter">Selects the entries; null for those that the rules were made from.</param>
    /// <exception cref="ProblemException">The list is older than the rules.</exception>
    public static RulesAge Of(AppliedRules rules, PublishedRanges ranges, RangeFilter? filter)
    {
        if (rules.Origin is { } origin && origin.SyncToken > ranges.SyncToken)
            throw new ProblemException(FirewallProblems.ListOlder.At("--ranges",
                $"The rules were made from the list of {origin.CreateDate}, and this list is older: {ranges.CreateDate}."));
        var lines = filter ?? rules.Filter ?? RangeFilter.Cdn;
        var (has4, has6) = (rules.Addresses.Ipv4.Count > 0, rules.Addresses.Ipv6.Count > 0);
        var wanted = PrefixSet.Of(ranges.Select(lines).Prefixes.Where(p => p.IsIpv6 ? has6 : has4));
        return new RulesAge(rules, new ListVersion(ranges.SyncToken, ranges.CreateDate), lines, RangesDiff.Between(rules.Addresses, wanted));
    }
}
