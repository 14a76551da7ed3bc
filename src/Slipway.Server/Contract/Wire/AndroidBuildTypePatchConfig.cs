using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Sets a build type.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AndroidBuildTypePatchConfig
{
    /// <summary>The new value.</summary>
    [NeverNull]
    public AndroidBuildType? Value { get; init; }
}
