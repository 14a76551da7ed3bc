using System.Text.Json;

namespace Slipway.Firewall.Renderers;

/// <summary>
/// Firewall rules of Google Cloud, one document for each request to <c>compute.firewalls.insert</c>. A rule contains addresses of one
/// family only.
/// </summary>
internal static class GcpRenderer
{
    /// <summary>The priority of allow rules; lower numbers take precedence.</summary>
    public const int AllowPriority = 1000;

    /// <summary>The priority of rules that refuse.</summary>
    public const int DenyPriority = 65_000;

    // The limit is 5,000 ranges today. It was 256, which some projects and tools still enforce.
    private const int RangesOfARule = 256;

    public static string Render(RuleSet rules) => IndentedJson.Of(json =>
    {
        json.WriteStartArray();
        foreach (var (name, ranges) in Allowed(rules))
            Rule(json, rules, name, AllowPriority, ranges, "allowed");
        foreach (var (family, everything) in Everything)
            Rule(json, rules, $"slipway-refuse-{family}", DenyPriority, [everything], "denied");
        json.WriteEndArray();
    });

    /// <summary>All addresses of a family.</summary>
    internal static IReadOnlyList<(string Family, string Range)> Everything { get; } = [("ipv4", "0.0.0.0/0"), ("ipv6", "::/0")];

    /// <summary>Returns the allow rules with their names.</summary>
    internal static IEnumerable<(string Name, IReadOnlyList<string> Ranges)> Allowed(RuleSet rules) =>
        from family in new[] { (Name: "ipv4", Prefixes: rules.Ipv4), (Name: "ipv6", Prefixes: rules.Ipv6) }
        from chunk in family.Prefixes.Chunk(RangesOfARule).Index()
        let suffix = chunk.Index == 0 ? "" : $"-{chunk.Index + 1}"
        select ($"slipway-builder-{family.Name}{suffix}", (IReadOnlyList<string>)[.. chunk.Item.Select(p => p.ToString())]);

    private static void Rule(Utf8JsonWriter json, RuleSet rules, string name, int priority, IReadOnlyList<string> destinations, string action)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("description", rules.Origin);
        json.WriteString("direction", "EGRESS");
        json.WriteNumber("priority", priority);
        json.Strings("destinationRanges", destinations);
        json.WriteStartArray(action);
        json.WriteStartObject();
        json.WriteString("IPProtocol", action == "allowed" ? "tcp" : "all");
        if (action == "allowed")
            json.Strings("ports", rules.Ports.Select(p => p.ToString()));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("logConfig");
        json.WriteBoolean("enable", rules.Log && action == "denied");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
