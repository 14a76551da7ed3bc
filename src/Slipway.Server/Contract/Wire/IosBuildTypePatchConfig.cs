using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Sets a build type.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IosBuildTypePatchConfig
{
    /// <summary>The new value.</summary>
    [NeverNull]
    public IosBuildType? Value { get; init; }
}
