using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Slipway.Server.Contract.Wire;

/// <summary>A message in the log of a build.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TaskProgressMessage
{
    /// <summary>When it arrived.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The code of a problem, or the stage.</summary>
    public string? Type { get; init; }

    /// <summary>How serious it is.</summary>
    public MessageSeverity Severity { get; init; }

    /// <summary>The text for people.</summary>
    public string? Message { get; init; }
}

/// <summary>How serious a message is.</summary>
internal enum MessageSeverity
{
    /// <summary>Progress.</summary>
    Info,

    /// <summary>The build continues, but the message needs attention.</summary>
    Warning,

    /// <summary>The build fails.</summary>
    Error,
}

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
