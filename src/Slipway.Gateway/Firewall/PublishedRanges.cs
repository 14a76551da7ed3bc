using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall;

/// <summary>A version of Amazon's list of addresses.</summary>
/// <param name="SyncToken">Seconds since 1970 at which it was published; larger is newer.</param>
/// <param name="CreateDate">The same as text, <c>YYYY-MM-DD-hh-mm-ss</c>.</param>
/// <param name="Prefixes">All lines.</param>
public sealed record PublishedRanges(long SyncToken, string CreateDate, IReadOnlyList<PublishedPrefix> Prefixes)
{
    /// <summary>The addresses of a service.</summary>
    /// <param name="filter">Which.</param>
    /// <exception cref="ProblemException">There are none: rules made of nothing would block everything. Or there are some that cannot be.</exception>
    public PrefixSet Select(RangeFilter filter)
    {
        var selected = Prefixes.Where(filter.Takes).Select(p => p.Prefix).ToList();
        if (selected.Where(p => !PublicAddresses.IsPlausible(p)).Take(1).ToList() is [var wrong])
            throw new ProblemException(FirewallProblems.ImplausibleRange.At(filter.ToString(), $"{wrong} cannot be a range of a public service."));
        var set = PrefixSet.Of(selected);
        return set.IsEmpty ? throw new ProblemException(FirewallProblems.NothingSelected.At(filter.ToString(), $"None of {Prefixes.Count} prefixes fits.")) : set;
    }
}
