using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Where a page is among all results.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PageInfoWithTotals
{
    /// <summary>Results of this page.</summary>
    public int Count { get; init; }

    /// <summary>Most results of a page.</summary>
    public int Limit { get; init; }

    /// <summary>Results before this page.</summary>
    public int Offset { get; init; }

    /// <summary>Where the next page starts; null after the last.</summary>
    public int? NextPageOffset { get; init; }

    /// <summary>All results.</summary>
    public int TotalResults { get; init; }

    /// <summary>All pages.</summary>
    [ReadOnly(true)]
    public int TotalPages => Limit == 0 ? 0 : (TotalResults + Limit - 1) / Limit;
}
