using System.Globalization;
using System.Text.Json;
using Slipway.Firewall.Staleness;

namespace Slipway.Cli.Output;

/// <summary>Prints whether rules are out of date.</summary>
internal static class RulesAgePrinter
{
    public static void Print(StyledWriter ink, AppliedRules rules, RulesAge? age)
    {
        if (age is null)
        {
            ink.Line($"{ink.Green("fresh")}   rules by name need no updates");
            return;
        }

        foreach (var prefix in age.Diff.Added.Prefixes)
            ink.Line(ink.Red($"lacks   {prefix}"));
        var made = rules.Origin is { } origin ? $"made from the list of {origin.CreateDate}{Behind(origin, age.Published)}" : "made from an unknown list";
        ink.Line($"{(age.IsStale ? ink.Red("stale") : ink.Green("fresh"))}   {made}, compared with {age.Published.CreateDate}, {age.Filter}");
        if (age.IsStale)
            ink.Line(string.Create(CultureInfo.InvariantCulture, $"        {age.Diff.MissedIpv4:0.00} percent of the IPv4 addresses are refused"));
        if (!age.Diff.Removed.IsEmpty)
            ink.Line(ink.Dim($"        {age.Diff.Removed.Count(ipv6: false)} allowed IPv4 addresses are not in the list"));
        foreach (var family in Families(rules).Where(f => !f.Has))
            ink.Line(ink.Dim($"        the rules contain no {family.Name} addresses, so none were compared"));
    }

    public static void Write(Utf8JsonWriter json, AppliedRules rules, RulesAge? age)
    {
        json.WriteString("status", age is { IsStale: true } ? "Stale" : "Fresh");
        json.WriteString("by", rules.ByName ? "domain" : "ip");
        Version(json, "rules", rules.Origin);
        Version(json, "published", age?.Published);
        json.WriteString("filter", age?.Filter.ToString());
        List(json, "compared", Families(rules).Where(f => f.Has && age is not null).Select(f => f.Name));
        List(json, "missing", age?.Diff.Added.Prefixes.Select(p => p.ToString()) ?? []);
        List(json, "besides", age?.Diff.Removed.Prefixes.Select(p => p.ToString()) ?? []);
        json.WriteNumber("missedIpv4Percent", Math.Round(age?.Diff.MissedIpv4 ?? 0, 3));
    }

    private static (string Name, bool Has)[] Families(AppliedRules rules) => [("IPv4", rules.Addresses.Ipv4.Count > 0), ("IPv6", rules.Addresses.Ipv6.Count > 0)];

    private static string Behind(ListVersion old, ListVersion now) =>
        (now.SyncToken - old.SyncToken) / TimeSpan.SecondsPerDay is var days and > 0 ? $", {days} days before" : "";

    private static void Version(Utf8JsonWriter json, string name, ListVersion? version)
    {
        if (version is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("syncToken", version.SyncToken.ToString(CultureInfo.InvariantCulture));
        json.WriteString("createDate", version.CreateDate);
        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
