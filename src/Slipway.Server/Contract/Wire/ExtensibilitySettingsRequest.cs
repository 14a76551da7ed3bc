using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Changes settings of an app and its libraries. What is left out stays as it is.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ExtensibilitySettingsRequest
{
    /// <summary>Of the app.</summary>
    public IReadOnlyList<ExtensibilitySettingsItemRequest>? Settings { get; init; }

    /// <summary>Of libraries.</summary>
    public IReadOnlyList<LibraryConfigurationRequest>? Libraries { get; init; }
}
