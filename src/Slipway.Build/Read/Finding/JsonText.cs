using System.Text.Json;

namespace Slipway.Build.Read.Finding;

/// <summary>Access to JSON that may have any form.</summary>
internal static class JsonText
{
    /// <summary>A member of an object; null when it is not there, or when there is no object.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
