using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The position of a page among all results.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PageInfoWithTotals
{
    /// <summary>Number of results on this page.</summary>
    public int Count { get; init; }

    /// <summary>Maximum number of results on a page.</summary>
    public int Limit { get; init; }

    /// <summary>Number of results before this page.</summary>
    public int Offset { get; init; }

    /// <summary>Offset of the next page; null after the last one.</summary>
    public int? NextPageOffset { get; init; }

    /// <summary>Total number of results.</summary>
    public int TotalResults { get; init; }

    /// <summary>Total number of pages.</summary>
    [ReadOnly(true)]
    public int TotalPages => Limit == 0 ? 0 : (TotalResults + Limit - 1) / Limit;
}
