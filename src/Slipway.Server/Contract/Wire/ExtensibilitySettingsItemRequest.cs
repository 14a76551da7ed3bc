using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes a setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsItemRequest
{
    /// <summary>Names it.</summary>
    public required string? Key { get; init; }

    /// <summary>The new value; null for the default.</summary>
    public string? Value { get; init; }

    /// <summary>What the setting is; left out, as before.</summary>
    public IReadOnlyList<Metadata>? Metadata { get; init; }
}
