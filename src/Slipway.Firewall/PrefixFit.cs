using System.Numerics;

namespace Slipway.Firewall;

/// <summary>
/// Covers prefixes with fewer, larger ones for devices that hold a limited number. Of all covers with that many prefixes, it finds the
/// one with the fewest additional addresses.
/// </summary>
public static class PrefixFit
{
    /// <summary>Returns the cover.</summary>
    /// <param name="prefixes">Disjoint prefixes of one family in ascending order, as in <see cref="PrefixSet"/>.</param>
    /// <param name="limit">The most prefixes of the cover, at least one.</param>
    public static IReadOnlyList<CidrPrefix> Cover(IReadOnlyList<CidrPrefix> prefixes, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        if (prefixes.Count <= limit)
            return prefixes;
        var cover = new List<CidrPrefix>();
        var root = Node.Of(prefixes, 0, prefixes.Count);
        root.Collect(Math.Min(limit, prefixes.Count), cover);
        return cover;
    }

    private sealed class Node
    {
        private readonly CidrPrefix _prefix;
        private readonly Node? _low;
        private readonly Node? _high;

        // _cost[k]: how many addresses a cover of at most k prefixes contains below this node; _share[k]: how many of the k go to the lower half.
        private readonly BigInteger[] _cost;
        private readonly int[] _share;

        private Node(CidrPrefix prefix)
        {
            _prefix = prefix;
            _cost = [0, prefix.Count];
            _share = [0, 0];
        }

        private Node(CidrPrefix prefix, Node low, Node high)
        {
            (_prefix, _low, _high) = (prefix, low, high);
            var leaves = low._cost.Length + high._cost.Length - 2;
            _cost = new BigInteger[leaves + 1];
            _share = new int[leaves + 1];
            Array.Fill(_cost, prefix.Count, 1, leaves);
            for (var l = 1; l < low._cost.Length; l++)
            {
                for (var h = 1; h < high._cost.Length; h++)
                {
                    var cost = low._cost[l] + high._cost[h];
                    if (cost < _cost[l + h] || (cost == _cost[l + h] && _share[l + h] == 0))
                        (_cost[l + h], _share[l + h]) = (cost, l);
                }
            }
        }

        public static Node Of(IReadOnlyList<CidrPrefix> prefixes, int from, int to)
        {
            if (to - from == 1)
                return new Node(prefixes[from]);
            var common = Common(prefixes[from], prefixes[to - 1]);
            var half = common.First | (UInt128.One << (common.Width - common.Length - 1));
            var middle = from;
            while (prefixes[middle].First < half)
                middle++;
            return new Node(common, Of(prefixes, from, middle), Of(prefixes, middle, to));
        }

        public void Collect(int count, List<CidrPrefix> cover)
        {
            if (_low is null || _high is null || _share[count] == 0)
            {
                cover.Add(_prefix);
                return;
            }

            _low.Collect(_share[count], cover);
            _high.Collect(count - _share[count], cover);
        }

        private static CidrPrefix Common(CidrPrefix low, CidrPrefix high)
        {
            var bits = 128 - (int)UInt128.LeadingZeroCount(low.First ^ high.Last);
            return new CidrPrefix(low.IsIpv6, bits == 128 ? 0 : low.First >> bits << bits, low.Width - bits);
        }
    }
}
