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
