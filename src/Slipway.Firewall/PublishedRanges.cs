using System.Numerics;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall;

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

/// <summary>An entry of the published list.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Service">The service that uses them, such as CLOUDFRONT.</param>
/// <param name="Region">Their region, such as GLOBAL.</param>
public sealed record PublishedPrefix(CidrPrefix Prefix, string Service, string Region);

/// <summary>Selects entries of the list. A prefix is usually listed twice, as AMAZON and as its service, so only the named service counts.</summary>
/// <param name="Service">Such as CLOUDFRONT.</param>
/// <param name="Region">Such as GLOBAL; null for all.</param>
public sealed record RangeFilter(string Service, string? Region)
{
    /// <summary>Selects the addresses of Amazon's content delivery network.</summary>
    public static RangeFilter Cdn { get; } = new("CLOUDFRONT", null);

    /// <summary>Returns whether an entry is selected.</summary>
    public bool Takes(PublishedPrefix prefix) => prefix.Service == Service && (Region is null || prefix.Region == Region);

    /// <inheritdoc/>
    public override string ToString() => $"service={Service} region={Region ?? "all"}";

    /// <summary>Returns whether the word can be the name of a service or region. Names are written into rule files, so nothing else is accepted.</summary>
    public static bool IsWord(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

/// <summary>The changes in the addresses of a service between two versions of the list.</summary>
/// <param name="Added">Addresses that old rules refuse although they are needed now.</param>
/// <param name="Removed">Addresses that old rules allow although they are no longer needed.</param>
/// <param name="MissedIpv4">The percentage of today's IPv4 addresses that the old version lacks.</param>
public sealed record RangesDiff(PrefixSet Added, PrefixSet Removed, double MissedIpv4)
{
    /// <summary>Whether there is a difference.</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty;

    /// <summary>Compares two versions by address. Merged or split prefixes are not a difference.</summary>
    public static RangesDiff Between(PrefixSet old, PrefixSet now)
    {
        var added = now.Except(old);
        var all = now.Count(ipv6: false);
        return new RangesDiff(added, old.Except(now), all == BigInteger.Zero ? 0 : (double)added.Count(ipv6: false) / (double)all * 100);
    }
}
