using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A page of messages.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record Int32TaskProgressMessagePagedListResponse
{
    /// <summary>The position of the page.</summary>
    [ReadOnly(true)]
    public Int32PageInfo? Page { get; init; }

    /// <summary>The messages, the oldest first.</summary>
    [ReadOnly(true)]
    public IReadOnlyList<TaskProgressMessage>? Results { get; init; }
}
