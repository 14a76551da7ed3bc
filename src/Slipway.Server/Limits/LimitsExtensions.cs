using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Limits;

/// <summary>How routes say how often they may be called.</summary>
internal static class LimitsExtensions
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<RequestPartitions>();
        services.AddSingleton<RefusedTokens>();
    }

    /// <summary>Limits a route for each network address.</summary>
    public static TBuilder LimitPerAddress<TBuilder>(this TBuilder route, int requestsPerMinute)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new LimitPerAddress(requestsPerMinute));
}
