using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The settings of an app and its libraries.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsResponse
{
    /// <summary>Settings of the app.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemResponse>? Settings { get; init; }

    /// <summary>Settings of libraries.</summary>
    public IReadOnlyList<LibraryConfigurationResponse>? Libraries { get; init; }
}
