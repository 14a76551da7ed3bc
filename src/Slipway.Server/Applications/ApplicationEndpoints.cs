using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Access;

namespace Slipway.Server.Applications;

/// <summary>Applications of an organisation.</summary>
internal static class ApplicationEndpoints
{
    public static void AddApplications(this IServiceCollection services) => services.AddSingleton<ApplicationStore>();

    public static void MapApplications(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/applications", (HttpContext context, ApplicationStore store) => store.ListAsync(context.Caller().Organisation, context.RequestAborted)).Needs(Scope.BuildsRead);
}
