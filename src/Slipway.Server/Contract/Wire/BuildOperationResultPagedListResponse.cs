using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A page of builds.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BuildOperationResultPagedListResponse
{
    /// <summary>The position of the page.</summary>
    [ReadOnly(true)]
    public PageInfoWithTotals? Page { get; init; }

    /// <summary>The builds, the newest first.</summary>
    [ReadOnly(true)]
    public IReadOnlyList<BuildOperationResult>? Results { get; init; }
}
