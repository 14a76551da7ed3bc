using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Slipway.Server.Access;
using Slipway.Server.Contract.Wire;

namespace Slipway.Server.Contract;

/// <summary>Declares for every operation of the contract its name, its scope and its answers.</summary>
internal static class ContractRoutes
{
    /// <summary>Declares a read.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder route, string operation, string scope) => route.Is(operation, scope);

    /// <summary>Declares a request with a body that starts or queries something.</summary>
    public static RouteHandlerBuilder Posts<TBody>(this RouteHandlerBuilder route, string operation, string scope, bool optional)
        where TBody : notnull => route.Is(operation, scope).Takes<TBody>(optional);

    /// <summary>Declares a change.</summary>
    public static RouteHandlerBuilder Patches<TBody>(this RouteHandlerBuilder route, string operation, string scope)
        where TBody : notnull => route.Is(operation, scope).Takes<TBody>(optional: false);

    /// <summary>Declares the failures of an operation beside those that every operation can have.</summary>
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
