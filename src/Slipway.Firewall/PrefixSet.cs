using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace Slipway.Firewall;

/// <summary>A set of addresses of both families. Two sets of the same addresses have the same prefixes, however they were created.</summary>
public sealed class PrefixSet
{
    private readonly AddressRange[] _ipv4;
    private readonly AddressRange[] _ipv6;

    private PrefixSet(AddressRange[] ipv4, AddressRange[] ipv6)
    {
        _ipv4 = ipv4;
        _ipv6 = ipv6;
        Ipv4 = [.. ipv4.SelectMany(r => Split(r, isIpv6: false))];
        Ipv6 = [.. ipv6.SelectMany(r => Split(r, isIpv6: true))];
    }

    /// <summary>The fewest IPv4 prefixes that cover exactly these addresses, in ascending order.</summary>
    public IReadOnlyList<CidrPrefix> Ipv4 { get; }

    /// <summary>The fewest IPv6 prefixes that cover exactly these addresses, in ascending order.</summary>
    public IReadOnlyList<CidrPrefix> Ipv6 { get; }

    /// <summary>The prefixes of both families.</summary>
    public IEnumerable<CidrPrefix> Prefixes => Ipv4.Concat(Ipv6);

    /// <summary>Whether the set is empty.</summary>
    public bool IsEmpty => _ipv4.Length + _ipv6.Length == 0;

    /// <summary>Creates a set from prefixes, which may overlap and repeat.</summary>
    public static PrefixSet Of(IEnumerable<CidrPrefix> prefixes) => OfRanges(prefixes.Select(p => (p.IsIpv6, new AddressRange(p.First, p.Last))));

    /// <summary>Creates a set from ranges, which may overlap and repeat.</summary>
    internal static PrefixSet OfRanges(IEnumerable<(bool IsIpv6, AddressRange Range)> ranges)
    {
        var families = ranges.ToLookup(r => r.IsIpv6, r => r.Range);
        return new PrefixSet(Merge(families[false]), Merge(families[true]));
    }

    /// <summary>Returns the addresses of this set that are not in the other one.</summary>
    public PrefixSet Except(PrefixSet other) => new(Subtract(_ipv4, other._ipv4), Subtract(_ipv6, other._ipv6));

    /// <summary>Returns whether the set contains an address.</summary>
    public bool Contains(IPAddress address)
    {
        var number = CidrPrefix.ToNumber(address);
        return (address.AddressFamily == AddressFamily.InterNetworkV6 ? _ipv6 : _ipv4).Any(r => r.First <= number && number <= r.Last);
    }

    /// <summary>Returns the number of addresses of a family.</summary>
    public BigInteger Count(bool ipv6) =>
        (ipv6 ? _ipv6 : _ipv4).Aggregate(BigInteger.Zero, (sum, r) => sum + (BigInteger)(r.Last - r.First) + 1);

    private static AddressRange[] Merge(IEnumerable<AddressRange> ranges)
    {
        var merged = new List<AddressRange>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            // Adjacent ranges are merged, too. The highest address has no successor.
            if (merged.Count > 0 && (merged[^1].Last == UInt128.MaxValue || range.First <= merged[^1].Last + 1))
                merged[^1] = merged[^1] with { Last = UInt128.Max(merged[^1].Last, range.Last) };
            else
                merged.Add(range);
        }

        return [.. merged];
    }

    private static AddressRange[] Subtract(AddressRange[] from, AddressRange[] what)
    {
        var left = new List<AddressRange>();
        foreach (var range in from)
        {
            var first = range.First;
            var ended = false;
            foreach (var cut in what.Where(c => c.First <= range.Last && c.Last >= range.First))
            {
                if (cut.First > first)
                    left.Add(new AddressRange(first, cut.First - 1));
                if (ended = cut.Last >= range.Last)
                    break;
                first = cut.Last + 1;
            }

            if (!ended)
                left.Add(range with { First = first });
        }

        return [.. left];
    }

    // Repeatedly takes the largest prefix that begins at the first address and does not pass the last one.
    private static IEnumerable<CidrPrefix> Split(AddressRange range, bool isIpv6)
    {
        var width = isIpv6 ? 128 : 32;
        var first = range.First;
        while (true)
        {
            var bits = first == 0 ? width : Math.Min(width, (int)UInt128.TrailingZeroCount(first));
            while ((first | CidrPrefix.Mask(bits)) > range.Last)
                bits--;
            var prefix = new CidrPrefix(isIpv6, first, width - bits);
            yield return prefix;
            if (prefix.Last == range.Last)
                yield break;
            first = prefix.Last + 1;
        }
    }
}

/// <summary>A range of addresses of one family.</summary>
/// <param name="First">The lowest address, included.</param>
/// <param name="Last">The highest address, included.</param>
internal readonly record struct AddressRange(UInt128 First, UInt128 Last);
