using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall;

/// <summary>A version of Amazon's list of addresses.</summary>
/// <param name="SyncToken">The time of publication in seconds since 1970; larger is newer.</param>
/// <param name="CreateDate">The time of publication as <c>YYYY-MM-DD-hh-mm-ss</c>.</param>
/// <param name="Prefixes">All entries.</param>
public sealed record PublishedRanges(long SyncToken, string CreateDate, IReadOnlyList<PublishedPrefix> Prefixes)
{
    /// <summary>Returns the addresses of a service.</summary>
    /// <param name="filter">Selects the entries.</param>
    /// <exception cref="ProblemException">No entry is selected, so that the rules would block everything, or a range is implausible.</exception>
    public PrefixSet Select(RangeFilter filter)
    {
        var selected = Prefixes.Where(filter.Takes).Select(p => p.Prefix).ToList();
        if (selected.Where(p => !PublicAddresses.IsPlausible(p)).Take(1).ToList() is [var wrong])
            throw new ProblemException(FirewallProblems.ImplausibleRange.At(filter.ToString(), $"{wrong} cannot be a range of a public service."));
        var set = PrefixSet.Of(selected);
        return set.IsEmpty
            ? throw new ProblemException(FirewallProblems.NothingSelected.At(filter.ToString(), $"None of {Prefixes.Count} prefixes fits."))
            : set;
    }
}
