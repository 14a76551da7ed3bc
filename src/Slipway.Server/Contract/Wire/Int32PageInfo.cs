using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>Where a page is in a list that may still grow.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Int32PageInfo
{
    /// <summary>Results of this page.</summary>
    public int Count { get; init; }

    /// <summary>Most results of a page.</summary>
    public int Limit { get; init; }

    /// <summary>Results before this page.</summary>
    public int Offset { get; init; }

    /// <summary>Where the next page starts, even when there is nothing yet.</summary>
    public int NextPageOffset { get; init; }
}
