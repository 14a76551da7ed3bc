using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Sets a text, or clears it if there is no value.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record StringPatchConfig
{
    /// <summary>The new value.</summary>
    public string? Value { get; init; }
}
