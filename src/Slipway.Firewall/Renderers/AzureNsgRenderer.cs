using System.Text.Json;

namespace Slipway.Firewall.Renderers;

/// <summary>The securityRules of a network security group in a template: an allow rule for each family and a rule that refuses everything else.</summary>
internal static class AzureNsgRenderer
{
    private const int MaxDescription = 140;

    // Lower numbers take precedence; 4096 is the highest.
    public const int FirstPriority = 100;
    public const int LastPriority = 4096;

    public static string Render(RuleSet rules) => IndentedJson.Of(json =>
    {
        json.WriteStartArray();
        if (rules.Ipv4.Count > 0)
            Rule(json, "slipway-builder-ipv4", "Allow", FirstPriority, rules, "Tcp", [.. rules.Ipv4.Select(p => p.ToString())]);
        if (rules.Ipv6.Count > 0)
            Rule(json, "slipway-builder-ipv6", "Allow", FirstPriority + 1, rules, "Tcp", [.. rules.Ipv6.Select(p => p.ToString())]);
        Rule(json, "slipway-refuse", "Deny", LastPriority, rules, "*", []);
        json.WriteEndArray();
    });

    // Descriptions have up to 140 characters.
    internal static string Description(RuleSet rules) => rules.Origin.Length > MaxDescription ? rules.Origin[..MaxDescription] : rules.Origin;

    private static void Rule(Utf8JsonWriter json, string name, string access, int priority, RuleSet rules, string protocol, IReadOnlyList<string> prefixes)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteStartObject("properties");
        json.WriteString("description", Description(rules));
        json.WriteString("direction", "Outbound");
        json.WriteString("access", access);
        json.WriteNumber("priority", priority);
        json.WriteString("protocol", protocol);
        json.WriteString("sourceAddressPrefix", "*");
        json.WriteString("sourcePortRange", "*");
        if (prefixes.Count == 0)
        {
            json.WriteString("destinationAddressPrefix", "*");
            json.WriteString("destinationPortRange", "*");
        }
        else
        {
            json.Strings("destinationAddressPrefixes", prefixes);
            json.Strings("destinationPortRanges", rules.Ports.Select(p => p.ToString()));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
