using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Staleness;

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
        {
            throw new ProblemException(FirewallProblems.ListOlder.At("--ranges",
                $"The rules were made from the list of {origin.CreateDate}, and this list is older: {ranges.CreateDate}."));
        }
        var lines = filter ?? rules.Filter ?? RangeFilter.Cdn;
        var (has4, has6) = (rules.Addresses.Ipv4.Count > 0, rules.Addresses.Ipv6.Count > 0);
        var wanted = PrefixSet.Of(ranges.Select(lines).Prefixes.Where(p => p.IsIpv6 ? has6 : has4));
        return new RulesAge(rules, new ListVersion(ranges.SyncToken, ranges.CreateDate), lines, RangesDiff.Between(rules.Addresses, wanted));
    }
}

/// <summary>The addresses that a file of rules, or the rules that a firewall lists, let through.</summary>
/// <param name="Origin">The version of the list that the rules were made from; null when unknown.</param>
/// <param name="Filter">The selected entries of the list; null when unknown.</param>
/// <param name="Addresses">The public addresses in the rules.</param>
/// <param name="ByName">Whether the rules are by name, so that they do not become outdated.</param>
public sealed record AppliedRules(ListVersion? Origin, RangeFilter? Filter, PrefixSet Addresses, bool ByName)
{
    /// <summary>Combines the rules of several files, such as those of both families or all parts.</summary>
    /// <exception cref="ProblemException">The files were made with different filters.</exception>
    public static AppliedRules Of(IReadOnlyList<AppliedRules> parts)
    {
        if (parts.Select(p => (p.Filter, p.ByName)).Distinct().Count() > 1)
        {
            throw new ProblemException(FirewallProblems.RulesNotRecognised.At("file",
                "The files were made with different services or regions: compare them one after the other."));
        }
        return parts[0] with
        {
            Origin = parts.Select(p => p.Origin).MinBy(o => o?.SyncToken),
            Addresses = PrefixSet.Of(parts.SelectMany(p => p.Addresses.Prefixes))
        };
    }
}

/// <summary>A version of the published list.</summary>
/// <param name="SyncToken">Its number; larger is newer.</param>
/// <param name="CreateDate">Its date.</param>
public sealed record ListVersion(long SyncToken, string CreateDate);
