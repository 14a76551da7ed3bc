using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Slipway.Server.Requests;

/// <summary>What routes say about the requests that they take.</summary>
internal static class RequestExtensions
{
    public static void AddRequests(this IServiceCollection services) => services.AddSingleton<OnceStore>();

    /// <summary>Limits the body of a route.</summary>
    public static TBuilder BodyLimit<TBuilder>(this TBuilder route, long bytes)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new BodyLimit(bytes));
}
