using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The versions of the builder.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record NativeBuilderVersionListResponse
{
    /// <summary>The newest first.</summary>
    public IReadOnlyList<NativeBuilderVersion>? Results { get; init; }
}
