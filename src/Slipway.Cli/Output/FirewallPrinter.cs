using System.Globalization;
using System.Text.Json;
using Slipway.Firewall;

namespace Slipway.Cli.Output;

/// <summary>Prints generated rules, and differences between lists of addresses.</summary>
internal static class FirewallPrinter
{
    public static void Print(StyledWriter ink, RuleSet rules, string path)
    {
        ink.Line(ink.Green(Terminal.Clean(path)));
        ink.Line(ink.Dim("  " + rules.Origin));
        if (!rules.ByDomain)
            ink.Line(ink.Dim($"  {rules.Ipv4.Count} IPv4 and {rules.Ipv6.Count} IPv6 prefixes"));
    }

    /// <summary>Prints warnings and usage notes that the rules' format cannot contain as comments, or that are important.</summary>
    public static void Notes(StyledWriter ink, RuleTarget target, RuleSet rules)
    {
        foreach (var warning in RuleNotes.Warnings(target, rules))
        {
            var isLoud = warning.StartsWith(RuleNotes.Loud, StringComparison.Ordinal);
            if (isLoud || target.Comment is null)
                ink.Line(isLoud ? ink.Red(warning) : warning);
        }

        foreach (var line in target.Comment is null ? RuleNotes.Usage(target) : [])
            ink.Line(line);
    }

    public static void Write(Utf8JsonWriter json, RuleTarget target, RuleSet rules, string? path, string text)
    {
        json.WriteString("status", "Finished");
        json.WriteString("format", target.Name);
        json.WriteString("origin", rules.Origin);
        json.WriteNumber("ipv4", rules.Ipv4.Count);
        json.WriteNumber("ipv6", rules.Ipv6.Count);
        json.WriteString("extraAddresses", rules.Source?.Extra);
        json.WriteStartArray("warnings");
        foreach (var warning in RuleNotes.Warnings(target, rules))
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteString("try", target.Usage?.Try);
        json.WriteString("apply", target.Usage?.Apply);
        json.WriteString("undo", target.Usage?.Undo);
        json.WriteString("path", path);
        json.WriteString("content", text);
    }

    public static void Print(StyledWriter ink, PublishedRanges old, PublishedRanges now, RangesDiff diff)
    {
        foreach (var prefix in diff.Added.Prefixes)
            ink.Line(ink.Green($"+ {prefix}"));
        foreach (var prefix in diff.Removed.Prefixes)
            ink.Line(ink.Red($"- {prefix}"));
        ink.Line(diff.IsEmpty
            ? $"no difference between {old.CreateDate} and {now.CreateDate}"
            : string.Create(CultureInfo.InvariantCulture, $"{diff.MissedIpv4:0.00} percent of the IPv4 addresses of {now.CreateDate} are missing in {old.CreateDate}"));
    }

    public static void Write(Utf8JsonWriter json, PublishedRanges old, PublishedRanges now, RangeFilter filter, RangesDiff diff)
    {
        json.WriteString("status", "Finished");
        json.WriteString("filter", filter.ToString());
        Version(json, "old", old);
        Version(json, "new", now);
        List(json, "added", diff.Added);
        List(json, "removed", diff.Removed);
        json.WriteNumber("missedIpv4Percent", Math.Round(diff.MissedIpv4, 3));
    }

    public static void Print(StyledWriter ink, string path, RangesDiff diff) =>
        ink.Line($"{ink.Green(Terminal.Clean(path))}  {diff.Added.Prefixes.Count()} prefixes added, {diff.Removed.Prefixes.Count()} removed");

    public static void Write(Utf8JsonWriter json, string path, RangesDiff? diff)
    {
        json.WriteString("status", diff is null ? "Unchanged" : "Changed");
        json.WriteString("path", path);
        if (diff is null)
            return;
        List(json, "added", diff.Added);
        List(json, "removed", diff.Removed);
    }

    private static void Version(Utf8JsonWriter json, string name, PublishedRanges ranges)
    {
        json.WriteStartObject(name);
        json.WriteString("syncToken", ranges.SyncToken.ToString(CultureInfo.InvariantCulture));
        json.WriteString("createDate", ranges.CreateDate);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, PrefixSet set)
    {
        json.WriteStartArray(name);
        foreach (var prefix in set.Prefixes)
            json.WriteStringValue(prefix.ToString());
        json.WriteEndArray();
    }
}
