namespace Slipway.Gateway.Tunnels;

/// <summary>Connects to destinations, directly or through a parent.</summary>
public interface IRoute
{
    /// <summary>Whether the gateway looks names up and judges the addresses. Otherwise the parent looks them up.</summary>
    bool ResolvesNames { get; }

    /// <summary>Connects. The result says what failed; only cancellation throws.</summary>
    ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation);
}
