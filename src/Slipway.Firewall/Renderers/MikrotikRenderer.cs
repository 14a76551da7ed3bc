using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// Address lists of RouterOS. Each entry is marked with the version of the list. New entries are added before those of other versions are removed, so that
/// no connection is refused in between.
/// </summary>
internal static class MikrotikRenderer
{
    public static string Render(RuleSet rules)
    {
        var text = new StringBuilder();
        Family(text, "/ip", rules.Ipv4, rules.Source);
        Family(text, "/ipv6", rules.Ipv6, rules.Source);
        return text.ToString();
    }

    private static void Family(StringBuilder text, string menu, IReadOnlyList<CidrPrefix> prefixes, RuleSource? source)
    {
        if (prefixes.Count == 0)
            return;
        var mark = $"slipway {source?.SyncToken ?? 0}";
        text.Line($"{menu} firewall address-list");
        // The command add fails when the entry exists.
        foreach (var prefix in prefixes)
            text.Line($":do {{ add list=slipway-builder address={prefix} comment=\"{mark}\" }} on-error={{ set [find list=slipway-builder address={prefix}] comment=\"{mark}\" }}");
        text.Line($"remove [find list=slipway-builder comment!=\"{mark}\"]");
    }
}
