using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A note on a setting.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Metadata
{
    /// <summary>What it is about.</summary>
    public required string? Key { get; init; }

    /// <summary>What it says.</summary>
    public required string? Value { get; init; }
}
