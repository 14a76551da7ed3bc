using System.Numerics;

namespace Slipway.Gateway.Firewall;

/// <summary>What changed in the addresses of a service between two versions of the list.</summary>
/// <param name="Added">Addresses that an old rule set refuses and must not.</param>
/// <param name="Removed">Addresses that an old rule set allows and need not.</param>
/// <param name="MissedIpv4">The share of today's IPv4 addresses that the old version lacks, in percent.</param>
public sealed record RangesDiff(PrefixSet Added, PrefixSet Removed, double MissedIpv4)
{
    /// <summary>Is there any difference?</summary>
    public bool IsEmpty => Added.IsEmpty && Removed.IsEmpty;

    /// <summary>Compares two versions, address by address: that prefixes were merged or split is no difference.</summary>
    public static RangesDiff Between(PrefixSet old, PrefixSet now)
    {
        var added = now.Except(old);
        var all = now.Count(ipv6: false);
        return new RangesDiff(added, old.Except(now), all == BigInteger.Zero ? 0 : (double)added.Count(ipv6: false) / (double)all * 100);
    }
}
