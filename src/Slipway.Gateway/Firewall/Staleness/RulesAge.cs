using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Staleness;

/// <summary>Rules beside the list as it is published now.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Published">The version of the list.</param>
/// <param name="Filter">Which lines of it count.</param>
/// <param name="Diff">What the rules lack, and what they allow besides.</param>
public sealed record RulesAge(AppliedRules Rules, ListVersion Published, RangeFilter Filter, RangesDiff Diff)
{
    /// <summary>Do the rules refuse an address that they must allow?</summary>
    public bool IsStale => !Diff.Added.IsEmpty;

    /// <summary>Compares them. A family of which the rules have no address is not theirs: the other file has it, or it is refused on purpose.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="ranges">The list.</param>
    /// <param name="filter">Which lines count; null for those that the rules were made from.</param>
    /// <exception cref="ProblemException">The list is older than the rules.</exception>
    public static RulesAge Of(AppliedRules rules, PublishedRanges ranges, RangeFilter? filter)
    {
        if (rules.Origin is { } origin && origin.SyncToken > ranges.SyncToken)
            throw new ProblemException(FirewallProblems.ListOlder.At("--ranges", $"The rules were made from the list of {origin.CreateDate}, and this one is of {ranges.CreateDate}."));
        var lines = filter ?? rules.Filter ?? RangeFilter.Cdn;
        var (has4, has6) = (rules.Addresses.Ipv4.Count > 0, rules.Addresses.Ipv6.Count > 0);
        var wanted = PrefixSet.Of(ranges.Select(lines).Prefixes.Where(p => p.IsIpv6 ? has6 : has4));
        return new RulesAge(rules, new ListVersion(ranges.SyncToken, ranges.CreateDate), lines, RangesDiff.Between(rules.Addresses, wanted));
    }
}
