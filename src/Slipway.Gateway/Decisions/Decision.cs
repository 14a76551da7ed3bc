using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Decisions;

/// <summary>A request and what became of it, once it has ended.</summary>
public sealed record Decision
{
    /// <summary>When the request came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Names the request; also in the answer to the client.</summary>
    public required string Id { get; init; }

    /// <summary>The client's address.</summary>
    public required IPAddress Client { get; init; }

    /// <summary>Who the client is; null without authentication.</summary>
    public string? User { get; init; }

    /// <summary>The method; null when the request could not be read.</summary>
    public string? Method { get; init; }

    /// <summary>The host that was asked for.</summary>
    public string? Host { get; init; }

    /// <summary>The port that was asked for; 0 when the request could not be read.</summary>
    public int Port { get; init; }

    /// <summary>The name in the TLS hello.</summary>
    public string? Sni { get; init; }

    /// <summary>What became of it.</summary>
    public required DecisionVerdict Verdict { get; init; }

    /// <summary>Why it was refused, would have been, or was ended.</summary>
    public DenyReason Reason { get; init; }

    /// <summary>The rule that decided.</summary>
    public string? Rule { get; init; }

    /// <summary>The address that was dialled.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The proxy that the request was handed to.</summary>
    public string? Upstream { get; init; }

    /// <summary>The status that the client got from this gateway; 0 when none.</summary>
    public int Status { get; init; }

    /// <summary>Bytes from the client to the destination.</summary>
    public long Up { get; init; }

    /// <summary>Bytes from the destination to the client.</summary>
    public long Down { get; init; }

    /// <summary>How long it took, until both sides were closed.</summary>
    public TimeSpan Duration { get; init; }
}
