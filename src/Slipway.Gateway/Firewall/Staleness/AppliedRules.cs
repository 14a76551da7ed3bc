using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Staleness;

/// <summary>What a file of rules, or what a firewall tells of itself, lets through.</summary>
/// <param name="Origin">The version of the list that it was made from; null when it does not say.</param>
/// <param name="Filter">Which lines of the list were taken; null when it does not say.</param>
/// <param name="Addresses">The public addresses in it.</param>
/// <param name="ByName">Are the rules by name, so that they do not grow old?</param>
public sealed record AppliedRules(ListVersion? Origin, RangeFilter? Filter, PrefixSet Addresses, bool ByName)
{
    /// <summary>Rules of several files together, such as those of both families or all parts.</summary>
    /// <exception cref="ProblemException">They were made of different things.</exception>
    public static AppliedRules Of(IReadOnlyList<AppliedRules> parts)
    {
        if (parts.Select(p => (p.Filter, p.ByName)).Distinct().Count() > 1)
            throw new ProblemException(FirewallProblems.RulesNotRecognised.At("file", "The files were made with different services or regions: look at one after the other."));
        return parts[0] with { Origin = parts.Select(p => p.Origin).MinBy(o => o?.SyncToken), Addresses = PrefixSet.Of(parts.SelectMany(p => p.Addresses.Prefixes)) };
    }
}
