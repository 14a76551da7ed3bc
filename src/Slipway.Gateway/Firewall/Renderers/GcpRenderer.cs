using System.Text.Json;

namespace Slipway.Gateway.Firewall.Renderers;

/// <summary>
/// Firewall rules of Google Cloud, one document for each request to <c>compute.firewalls.insert</c>; a rule has addresses of one
/// family only. The name server of a network is reached past firewall rules.
/// </summary>
internal static class GcpRenderer
{
    private const int AllowPriority = 1000;
    private const int DenyPriority = 65_000;

    public static string Render(RuleSet rules) => JsonText.Of(json =>
    {
        json.WriteStartArray();
        foreach (var (family, prefixes) in new[] { ("ipv4", rules.Ipv4), ("ipv6", rules.Ipv6) })
        {
            if (prefixes.Count > 0)
                Rule(json, rules, $"slipway-builder-{family}", AllowPriority, [.. prefixes.Select(p => p.ToString())], "allowed");
            Rule(json, rules, $"slipway-refuse-{family}", DenyPriority, [family == "ipv4" ? "0.0.0.0/0" : "::/0"], "denied");
        }

        json.WriteEndArray();
    });

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
