using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Slipway.Server.Access;

/// <summary>How routes say who may call them, and find out who did.</summary>
internal static class AccessExtensions
{
    /// <summary>Opens a route, or a group of them, to tokens with a scope.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder route, string scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NeedsScope(scope));

    /// <summary>Leaves a route open to everybody, and lets it know who calls when that is said.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder route, string scope)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new TakesScope(scope));

    /// <summary>Who makes this request.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("The route is open to everybody.");
}
