using Microsoft.AspNetCore.Builder;

namespace Slipway.Server.Limits;

/// <summary>How routes say how often they may be called.</summary>
internal static class LimitsExtensions
{
    /// <summary>Limits a route for each network address.</summary>
    public static TBuilder LimitPerAddress<TBuilder>(this TBuilder route, int requestsPerMinute)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new LimitPerAddress(requestsPerMinute));
}
