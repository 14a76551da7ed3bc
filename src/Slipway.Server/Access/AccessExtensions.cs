using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Access;

/// <summary>Declares on a route who may call it, and returns the caller of a request.</summary>
internal static class AccessExtensions
{
    /// <summary>Requires a token with a scope for a route or a group of routes.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, string scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeedsScope(scope));

    /// <summary>Leaves a route open to everybody; if a request has a token with the scope, the route learns the caller.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder route, string scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new TakesScope(scope));

    /// <summary>Returns the caller of a request.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route is open to everybody.");
}

/// <summary>Metadata of a route: the caller needs a token with this scope.</summary>
internal sealed record NeedsScope(string Scope);

/// <summary>Metadata of a route that is open to everybody and allows more to tokens with a scope.</summary>
internal sealed record TakesScope(string Scope);
