using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes a setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsItemRequest
{
    /// <summary>The key of the setting.</summary>
    public required string? Key { get; init; }

    /// <summary>The new value; null to restore the default.</summary>
    public string? Value { get; init; }

    /// <summary>The metadata of the setting; if omitted, they stay unchanged.</summary>
    public IReadOnlyList<Metadata>? Metadata { get; init; }
}
