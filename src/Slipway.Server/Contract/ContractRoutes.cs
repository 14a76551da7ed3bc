using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Slipway.Server.Access;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract;

/// <summary>What every operation of the contract says of itself: its name, who may call it, and how it answers.</summary>
internal static class ContractRoutes
{
    /// <summary>A request that only looks.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, string operation, string scope) => route.Is(operation, scope);

    /// <summary>A request that starts or asks for something with a body.</summary>
    public static RouteHandlerBuilder Posts<TBody>(this RouteHandlerBuilder route, string operation, string scope, bool optional)
        where TBody : notnull => route.Is(operation, scope).Takes<TBody>(optional);

    /// <summary>A request that changes something.</summary>
    public static RouteHandlerBuilder Patches<TBody>(this RouteHandlerBuilder route, string operation, string scope)
        where TBody : notnull => route.Is(operation, scope).Takes<TBody>(optional: false);

    /// <summary>How the operation fails, beside the ways in which each can.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder route, params int[] statuses)
    {
        foreach (var status in statuses)
            route.Produces<ContractProblemDetails>(status, "application/json");
        return route;
    }

    private static RouteHandlerBuilder Takes<TBody>(this RouteHandlerBuilder route, bool optional)
        where TBody : notnull => route.Accepts<TBody>(optional, "application/json", "application/*+json");

    private static RouteHandlerBuilder Is(this RouteHandlerBuilder route, string operation, string scope) => route
        .WithName(operation)
        .Needs(scope)
        .Fails(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests);
}
