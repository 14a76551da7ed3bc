using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Decisions;

/// <summary>A request that has ended, with the decision about it.</summary>
public sealed record Decision
{
    /// <summary>When the request came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The id of the request, which the answer to the client also contains.</summary>
    public required string Id { get; init; }

    /// <summary>The client's address.</summary>
    public required IPAddress Client { get; init; }

    /// <summary>The authenticated name of the client; null without authentication.</summary>
    public string? User { get; init; }

    /// <summary>The method; null when the request could not be read.</summary>
    public string? Method { get; init; }

    /// <summary>The requested host.</summary>
    public string? Host { get; init; }

    /// <summary>The requested port; 0 when the request could not be read.</summary>
    public int Port { get; init; }

    /// <summary>The name in the TLS hello.</summary>
    public string? Sni { get; init; }

    /// <summary>The decision.</summary>
    public required DecisionVerdict Verdict { get; init; }

    /// <summary>Why the request was refused, would have been refused, or was ended.</summary>
    public DenyReason Reason { get; init; }

    /// <summary>The rule that decided.</summary>
    public string? Rule { get; init; }

    /// <summary>The address that was dialled.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The parent that the request was passed to.</summary>
    public string? Upstream { get; init; }

    /// <summary>The status that this gateway sent to the client; 0 when it sent none.</summary>
    public int Status { get; init; }

    /// <summary>Bytes from the client to the destination.</summary>
    public long Up { get; init; }

    /// <summary>Bytes from the destination to the client.</summary>
    public long Down { get; init; }

    /// <summary>The time until both sides were closed.</summary>
    public TimeSpan Duration { get; init; }
}

/// <summary>The outcome of a request.</summary>
public enum DecisionVerdict
{
    /// <summary>The request was allowed.</summary>
    Allow,

    /// <summary>The request was refused.</summary>
    Deny,

    /// <summary>The request was let through because refusals are only reported.</summary>
    WouldDeny,
}
