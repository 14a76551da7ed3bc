using CsCheck;

namespace Slipway.Firewall.Tests;

public sealed class PrefixSetTests
{
    [Fact]
    public void Aggregation_neither_adds_nor_loses_an_address() => RandomPrefixes.Any.Sample(prefixes =>
    {
        var set = PrefixSet.Of(prefixes);
        Assert.Equal(Held(prefixes), Held(set.Prefixes));
        Assert.Equal(Held(prefixes), RandomPrefixes.Universe.Where(a => set.Contains(a.Address)));
        Assert.Equal(Held(prefixes).Count, set.Count(ipv6: false) + set.Count(ipv6: true));
    }, iter: 300);

    [Fact]
    public void The_prefixes_are_disjoint_in_order_and_no_two_make_one() => RandomPrefixes.Any.Sample(prefixes =>
    {
        var set = PrefixSet.Of(prefixes);
        foreach (var (low, high) in set.Ipv4.Zip(set.Ipv4.Skip(1)).Concat(set.Ipv6.Zip(set.Ipv6.Skip(1))))
        {
            Assert.True(low.Last < high.First);
            var parent = low with { Length = low.Length - 1 };
            Assert.False(low.Length == high.Length && low.First == parent.First && parent.Last == high.Last, $"{low} and {high} are one");
        }
    }, iter: 300);

    [Fact]
    public void A_difference_is_what_is_here_and_not_there() => Gen.Select(RandomPrefixes.Any, RandomPrefixes.Any).Sample((left, right) =>
        Assert.Equal(Held(left).Except(Held(right)), Held(PrefixSet.Of(left).Except(PrefixSet.Of(right)).Prefixes)), iter: 300);

    [Theory]
    [InlineData("0.0.0.0/1,128.0.0.0/1", "0.0.0.0/0")]
    [InlineData("::/1,8000::/1", "::/0")]
    [InlineData("10.0.0.0/8,10.1.0.0/16", "10.0.0.0/8")]
    [InlineData("10.0.0.128/25,10.0.1.0/24", "10.0.0.128/25,10.0.1.0/24")]
    [InlineData("255.255.255.255/32,::/128", "255.255.255.255/32,::/128")]
    public void Known_sets_have_known_prefixes(string before, string after) =>
        Assert.Equal(after, string.Join(',', PrefixSet.Of(before.Split(',').Select(Parse)).Prefixes));

    // Python's ipaddress is the outsider.
    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("2025-07-01")]
    [InlineData("2026-08-22")]
    public void Real_lists_are_aggregated_as_python_does(string date)
    {
        const string Program = """
            import ipaddress, json, sys
            d = json.load(open(sys.argv[1]))
            for key, field in (("prefixes", "ip_prefix"), ("ipv6_prefixes", "ipv6_prefix")):
                for n in ipaddress.collapse_addresses(ipaddress.ip_network(p[field]) for p in d[key] if p["service"] == "CLOUDFRONT"):
                    print(n)
            """;
        var expected = ExternalTool.RunWell("/usr/bin/python3", "-c", Program, RealRanges.PathOf(date)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(expected, RealRanges.Read(date).Select(RealRanges.All).Prefixes.Select(p => p.ToString()));
    }

    [Fact]
    public void The_newest_real_list_has_the_known_size()
    {
        var all = RealRanges.Newest.Select(RealRanges.All);
        var global = RealRanges.Newest.Select(RealRanges.Global);
        Assert.Equal((180, 31, 4_224_645), (all.Ipv4.Count, all.Ipv6.Count, (int)all.Count(ipv6: false)));
        Assert.Equal((97, 31, 4_199_808), (global.Ipv4.Count, global.Ipv6.Count, (int)global.Count(ipv6: false)));
    }

    internal static CidrPrefix Parse(string text) => CidrPrefix.TryParse(text, out var prefix) ? prefix : throw new ArgumentException(text);

    private static List<CidrPrefix> Held(IEnumerable<CidrPrefix> prefixes)
    {
        var list = prefixes.ToList();
        return [.. RandomPrefixes.Universe.Where(a => list.Exists(p => p.IsIpv6 == a.IsIpv6 && p.First <= a.First && a.First <= p.Last))];
    }
}
