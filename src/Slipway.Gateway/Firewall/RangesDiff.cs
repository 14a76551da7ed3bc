using System.Numerics;

namespace Slipway.Gateway.Firewall;

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
