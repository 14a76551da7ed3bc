using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A secret of a configuration, without its value.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SecretConfig
{
    /// <summary>Never shown.</summary>
    [ReadOnly(true)]
    public string? Value { get; }

    /// <summary>Its type.</summary>
    public required GenericConfigDataType DataType { get; init; }

    /// <summary>Whether the value is a secret that is never shown.</summary>
    [ReadOnly(true)]
    public bool IsSecret { get; init; }

    /// <summary>When it was last set.</summary>
    public DateTimeOffset? LastUpdateDate { get; init; }
}
