using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes settings of a library.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LibraryConfigurationRequest
{
    /// <summary>The key of the library.</summary>
    public required string? Key { get; init; }

    /// <summary>Its settings.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemRequest>? Settings { get; init; }
}
