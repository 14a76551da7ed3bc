using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>Connects to destinations, directly or through a parent.</summary>
public interface IRoute
{
    /// <summary>Whether the gateway looks names up and judges the addresses. Otherwise the parent looks them up.</summary>
    bool ResolvesNames { get; }

    /// <summary>Connects. The result says what failed; only cancellation throws.</summary>
    ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation);
}

/// <summary>A request for a connection to a destination.</summary>
/// <param name="Destination">The destination.</param>
/// <param name="Addresses">Its judged addresses, at least one; empty when the route does not need them.</param>
/// <param name="IsPlain">Whether a plain HTTP request follows instead of a tunnel.</param>
public sealed record RouteRequest(Destination Destination, IReadOnlyList<IPAddress> Addresses, bool IsPlain);

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
