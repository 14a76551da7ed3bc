using System.Text;

namespace Slipway.Firewall.Renderers;

/// <summary>Lists of names or prefixes, for devices that fetch them and for programs.</summary>
internal static class ListRenderer
{
    public static string Entries(RuleSet rules)
    {
        var text = new StringBuilder();
        foreach (var domain in rules.Domains)
            text.Line(domain);
        foreach (var prefix in rules.Prefixes)
            text.Line(prefix.ToString());
        return text.ToString();
    }

    /// <summary>
    /// Addresses for PAN-OS, where a comment follows an entry after a space; a comment on its own line would be an invalid entry.
    /// The comment of the first entry names the source of the list.
    /// </summary>
    public static string PaloAlto(RuleSet rules)
    {
        var text = new StringBuilder();
        foreach (var (index, prefix) in rules.Prefixes.Index())
            text.Line(index == 0 ? $"{prefix} {rules.Origin}" : prefix.ToString());
        return text.ToString();
    }

    // No field can contain a comma or a quote, because names and words are checked before.
    public static string Csv(RuleSet rules)
    {
        var text = new StringBuilder();
        text.Line("kind,destination,port,origin");
        foreach (var port in rules.Ports)
        {
            foreach (var domain in rules.Domains)
                text.Line($"domain,{domain},{port},{rules.Origin}");
            foreach (var prefix in rules.Prefixes)
                text.Line($"{(prefix.IsIpv6 ? "ipv6" : "ipv4")},{prefix},{port},{rules.Origin}");
        }

        return text.ToString();
    }
}
