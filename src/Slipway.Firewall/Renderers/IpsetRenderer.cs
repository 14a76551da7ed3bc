using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>Sets for existing rules. A new set is filled beside the one in use and then swapped with it.</summary>
internal static class IpsetRenderer
{
    // The same for every list, because an existing set with another size is refused. A set needs memory only for its entries.
    private const int Size = 65_536;

    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        Set(text, "slipway4", "inet", rules.Ipv4);
        Set(text, "slipway6", "inet6", rules.Ipv6);
        return text.ToString();
    }

    private static void Set(StringBuilder text, string name, string family, IReadOnlyList<CidrPrefix> prefixes)
    {
        var size = Math.Max(Size, prefixes.Count);
        text.Line($"create {name} hash:net family {family} maxelem {size}");
        text.Line($"create {name}-new hash:net family {family} maxelem {size}");
        text.Line($"flush {name}-new");
        foreach (var prefix in prefixes.SelectMany(Halves))
            text.Line($"add {name}-new {prefix}");
        text.Line($"swap {name}-new {name}");
        text.Line($"destroy {name}-new");
    }

    // hash:net accepts no prefix of length 0 (ipset(8)).
    private static IEnumerable<CidrPrefix> Halves(CidrPrefix prefix) => prefix.Length > 0
        ? [prefix]
        : [prefix with { Length = 1 }, new CidrPrefix(prefix.IsIpv6, UInt128.One << (prefix.Width - 1), 1)];
}
