using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A page of builds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationResultPagedListResponse
{
    /// <summary>Where it is.</summary>
    [ReadOnly(true)]
    public PageInfoWithTotals? Page { get; init; }

    /// <summary>The newest first.</summary>
    [ReadOnly(true)]
    public IReadOnlyList<BuildOperationResult>? Results { get; init; }
}
