using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The version of the next build for each platform.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PlatformVersions
{
    /// <summary>For Android.</summary>
    [NeverNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("Android")]
    public NativeBuildVersions? Android { get; init; }

    /// <summary>For iOS.</summary>
    [NeverNull]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("iOS")]
    public NativeBuildVersions? Ios { get; init; }
}
