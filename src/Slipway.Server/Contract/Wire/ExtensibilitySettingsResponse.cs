using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The settings of an app and its libraries.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsResponse
{
    /// <summary>Of the app.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemResponse>? Settings { get; init; }

    /// <summary>Of libraries.</summary>
    public IReadOnlyList<LibraryConfigurationResponse>? Libraries { get; init; }
}
