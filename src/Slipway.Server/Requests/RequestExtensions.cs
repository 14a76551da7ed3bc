using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

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

/// <summary>Metadata of a route: the maximum size of its body in bytes, after decompression.</summary>
internal sealed record RouteBodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;

/// <summary>Metadata of a route: a request with an Idempotency-Key is executed once, and repetitions get the same answer.</summary>
/// <param name="Operation">Name of the operation; keys are separate for each operation.</param>
internal sealed record IdempotentOperation(string Operation);

/// <summary>HEAD requests, which load balancers, monitors and <c>curl -I</c> send.</summary>
internal static class HeadExtensions
{
    /// <summary>Makes GET routes accept HEAD as well. The server omits the body by itself.</summary>
    public static TBuilder AlsoHead<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { } methods && methods.HttpMethods.Contains(HttpMethods.Get) && !methods.HttpMethods.Contains(HttpMethods.Head))
                endpoint.Metadata.Add(new HttpMethodMetadata([.. methods.HttpMethods, HttpMethods.Head]));
        });
        return routes;
    }
}
