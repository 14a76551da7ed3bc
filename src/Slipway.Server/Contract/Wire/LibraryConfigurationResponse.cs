using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The settings of a library.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LibraryConfigurationResponse
{
    /// <summary>The key of the library.</summary>
    public required string? Key { get; init; }

    /// <summary>The revision of the library.</summary>
    public required int Revision { get; init; }

    /// <summary>Its settings.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemResponse>? Settings { get; init; }
}
