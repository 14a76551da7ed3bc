using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>The position of a page in a list that may still grow.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Int32PageInfo
{
    /// <summary>Number of results on this page.</summary>
    public int Count { get; init; }

    /// <summary>Maximum number of results on a page.</summary>
    public int Limit { get; init; }

    /// <summary>Number of results before this page.</summary>
    public int Offset { get; init; }

    /// <summary>Offset of the next page, even if it has no results yet.</summary>
    public int NextPageOffset { get; init; }
}
