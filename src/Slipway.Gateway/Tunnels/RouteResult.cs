using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>A connection to a destination, or why there is none.</summary>
public sealed record RouteResult
{
    /// <summary>Why there is no connection; <see cref="DenyReason.None"/> when there is one.</summary>
    public DenyReason Failure { get; init; }

    /// <summary>The connection; whoever asked for it closes it.</summary>
    public Connection? Connection { get; init; }

    /// <summary>The address that was dialled.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The proxy that was dialled, without secrets; null when it was the destination.</summary>
    public string? Upstream { get; init; }

    /// <summary>
    /// Of a plain request only: the other side is a proxy and gets the whole address, and these header lines besides, each with its
    /// line end. Null when the other side is the destination.
    /// </summary>
    public string? ProxyFields { get; init; }
}
