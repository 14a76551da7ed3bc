using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes settings of an app and its libraries. Omitted settings stay unchanged.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsRequest
{
    /// <summary>Settings of the app.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemRequest>? Settings { get; init; }

    /// <summary>Settings of libraries.</summary>
    public IReadOnlyList<LibraryConfigurationRequest>? Libraries { get; init; }
}
