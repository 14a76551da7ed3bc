using Slipway.Gateway.Policy;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Upstreams;

/// <summary>
/// Hands requests to parent proxies: the first that is there, and the next one where it fails. A parent that refuses has decided, and
/// nobody else is asked. Parents get the name, which their own lists are about, and look it up themselves: what was judged here is
/// what the name led to here.
/// </summary>
/// <param name="parents">The parents, the first one preferred.</param>
/// <param name="direct">What is reached without a parent.</param>
/// <param name="resolvesNames">Names are looked up and judged here as well; without it only the lists decide.</param>
public sealed class UpstreamRoute(IReadOnlyList<UpstreamParent> parents, IReadOnlyList<AllowRule> direct, bool resolvesNames) : IRoute
{
    /// <inheritdoc/>
    public bool ResolvesNames => resolvesNames;

    /// <inheritdoc/>
    public async ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation)
    {
        if (direct.Any(rule => rule.CoversHost(request.Destination)))
            return await DirectRoute.Instance.ConnectAsync(request, cancellation);
        // Whoever failed a moment ago is asked last.
        foreach (var parent in parents.OrderBy(p => p.IsAside))
        {
            var (result, isFinal) = await parent.ConnectAsync(request, cancellation);
            if (isFinal)
                return result;
        }

        return new RouteResult { Failure = DenyReason.UpstreamFailed, Upstream = parents[^1].Name };
    }
}
