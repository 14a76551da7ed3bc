using Microsoft.AspNetCore.Builder;

namespace Slipway.Server.Limits;

/// <summary>Declares rate limits of routes.</summary>
internal static class LimitsExtensions
{
    /// <summary>Limits a route for each network address.</summary>
    public static TBuilder LimitPerAddress<TBuilder>(this TBuilder route, int requestsPerMinute)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new LimitPerAddress(requestsPerMinute));
}

/// <summary>Metadata of a route: how many requests a minute one network address may make, whatever tokens they carry.</summary>
internal sealed record LimitPerAddress(int Requests);
