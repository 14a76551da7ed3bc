using Microsoft.AspNetCore.Builder;

namespace Slipway.Server.Requests;

/// <summary>What routes say about the requests that they take.</summary>
internal static class RequestExtensions
{
    /// <summary>Lets a request with an Idempotency-Key happen once.</summary>
    public static TBuilder Idempotent<TBuilder>(this TBuilder route, string operation)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new IdempotentOperation(operation));

    /// <summary>Limits the body of a route.</summary>
    public static TBuilder BodyLimit<TBuilder>(this TBuilder route, long bytes)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RouteBodyLimit(bytes));
}
