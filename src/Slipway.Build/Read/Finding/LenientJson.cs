using System.Text.Json;

namespace Slipway.Build.Read.Finding;

/// <summary>Access to JSON of any form.</summary>
internal static class LenientJson
{
    /// <summary>Returns a member of an object; null when it is missing, or when the value is not an object.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
