using System.Text.Json;

namespace Slipway.Firewall.Renderers;

/// <summary>The rules as JSON.</summary>
internal static class JsonRenderer
{
    public static string Render(RuleSet rules) => IndentedJson.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("origin", rules.Origin);
        Source(json, rules.Source);
        json.Strings("domains", rules.Domains);
        json.Strings("ipv4", rules.Ipv4.Select(p => p.ToString()));
        json.Strings("ipv6", rules.Ipv6.Select(p => p.ToString()));
        json.WriteStartArray("ports");
        foreach (var port in rules.Ports)
            json.WriteNumberValue(port);
        json.WriteEndArray();
        json.Strings("resolvers", rules.Resolvers.Select(r => r.ToString()));
        json.WriteEndObject();
    });

    private static void Source(Utf8JsonWriter json, RuleSource? source)
    {
        if (source is null)
            return;
        json.WriteString("syncToken", source.SyncToken.ToString());
        json.WriteString("createDate", source.CreateDate);
        json.WriteString("service", source.Filter.Service);
        json.WriteString("region", source.Filter.Region);
        json.WriteString("extraAddresses", source.Extra);
    }
}
