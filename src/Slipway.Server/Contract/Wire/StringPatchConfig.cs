using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Sets a text; without a value, takes it away.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StringPatchConfig
{
    /// <summary>The new value.</summary>
    public string? Value { get; init; }
}
