using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>A connection to a destination, or the reason why there is none.</summary>
public sealed record RouteResult
{
    /// <summary>Why there is no connection; <see cref="DenyReason.None"/> when there is one.</summary>
    public DenyReason Failure { get; init; }

    /// <summary>The connection, which the caller closes.</summary>
    public ProxyConnection? Connection { get; init; }

    /// <summary>The address that was dialled.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The parent that was dialled, without secrets; null when the destination itself was dialled.</summary>
    public string? Upstream { get; init; }

    /// <summary>
    /// Only for a plain request through a parent, which receives the whole URL and these additional header lines, each with its
    /// line end. Null when the connection leads to the destination itself.
    /// </summary>
    public string? ProxyFields { get; init; }
}
