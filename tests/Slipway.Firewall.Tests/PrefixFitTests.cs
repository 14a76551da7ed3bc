using System.Numerics;
using CsCheck;

namespace Slipway.Firewall.Tests;

public sealed class PrefixFitTests
{
    [Fact]
    public void No_cover_with_as_many_prefixes_has_fewer_addresses() => Gen.Select(RandomPrefixes.Ipv4, Gen.Int[1, 6]).Sample((random, limit) =>
    {
        var prefixes = PrefixSet.Of(random).Ipv4;
        var cover = PrefixFit.Cover(prefixes, limit);
        Assert.True(cover.Count <= limit);
        Assert.True(PrefixSet.Of(prefixes).Except(PrefixSet.Of(cover)).IsEmpty, "an address is not covered");
        Assert.Equal(Cheapest(prefixes, 0, limit), PrefixSet.Of(cover).Count(ipv6: false));
    }, iter: 200);

    [Fact]
    public void What_fits_is_left_alone()
    {
        var prefixes = RealRanges.Newest.Select(RealRanges.All).Ipv4;
        Assert.Same(prefixes, PrefixFit.Cover(prefixes, prefixes.Count));
    }

    [Fact]
    public void The_whole_family_is_the_last_resort()
    {
        var ipv6 = PrefixSet.Of([PrefixSetTests.Parse("::/128"), PrefixSetTests.Parse("ffff::/16")]).Ipv6;
        Assert.Equal("::/0", PrefixFit.Cover(ipv6, 1).Single().ToString());
    }

    // Every way to cut the list into runs; a run is covered by the smallest prefix that holds its ends.
    private static BigInteger Cheapest(IReadOnlyList<CidrPrefix> prefixes, int from, int limit)
    {
        if (from == prefixes.Count)
            return 0;
        if (limit == 0)
            return BigInteger.Pow(2, 40);
        return Enumerable.Range(from, prefixes.Count - from).Min(to => Smallest(prefixes[from], prefixes[to]) + Cheapest(prefixes, to + 1, limit - 1));
    }

    private static BigInteger Smallest(CidrPrefix low, CidrPrefix high)
    {
        var bits = 0;
        while (low.First >> bits != high.Last >> bits)
            bits++;
        return BigInteger.One << bits;
    }
}
