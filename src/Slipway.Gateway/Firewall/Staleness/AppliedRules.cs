using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Staleness;

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
            throw new ProblemException(FirewallProblems.RulesNotRecognised.At("file",
                "The files were made with different services or regions: compare them one after the other."));
        return parts[0] with
        {
            Origin = parts.Select(p => p.Origin).MinBy(o => o?.SyncToken),
            Addresses = PrefixSet.Of(parts.SelectMany(p => p.Addresses.Prefixes))
        };
    }
}
