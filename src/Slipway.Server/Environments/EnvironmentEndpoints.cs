using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;

namespace Slipway.Server.Environments;

/// <summary>Environments of an organisation.</summary>
internal static class EnvironmentEndpoints
{
    public static void AddEnvironments(this IServiceCollection services) => services.AddSingleton<EnvironmentStore>();

    public static void MapEnvironments(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/environments", (HttpContext context, EnvironmentStore store) => store.ListAsync(context.Caller().Organisation, context.RequestAborted)).Needs(Scope.BuildsRead);
}
