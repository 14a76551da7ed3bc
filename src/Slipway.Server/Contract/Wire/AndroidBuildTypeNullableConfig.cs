using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A build type of a configuration.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record AndroidBuildTypeNullableConfig
{
    /// <summary>The value.</summary>
    public AndroidBuildType? Value { get; init; }

    /// <summary>Its type.</summary>
    public required GenericConfigDataType DataType { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    [ReadOnly(true)]
    public bool IsSecret { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }
}
