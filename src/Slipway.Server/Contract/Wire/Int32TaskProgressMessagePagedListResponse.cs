using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A page of messages.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Int32TaskProgressMessagePagedListResponse
{
    /// <summary>Where it is.</summary>
    [ReadOnly(true)]
    public Int32PageInfo? Page { get; init; }

    /// <summary>The oldest first.</summary>
    [ReadOnly(true)]
    public IReadOnlyList<TaskProgressMessage>? Results { get; init; }
}
