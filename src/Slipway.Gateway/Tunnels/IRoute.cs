namespace Slipway.Gateway.Tunnels;

/// <summary>A way to destinations.</summary>
public interface IRoute
{
    /// <summary>Names are looked up here, and the addresses judged; otherwise whoever is next looks them up.</summary>
    bool ResolvesNames { get; }

    /// <summary>Connects. What fails is said in the result; only cancellation throws.</summary>
    ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation);
}
