using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Launches;
using Slipway.Server.Access;
using Slipway.Server.Requests;

namespace Slipway.Server.Launches;

/// <summary>Launches: builds of an app, from its list of files.</summary>
internal static class LaunchEndpoints
{
    // 50,000 files with paths and hashes.
    private const long LargestRequest = 64L << 20;

    public static void AddLaunches(this IServiceCollection services)
    {
        services.AddSingleton<BuildCreation>();
        services.AddSingleton<Launcher>();
    }

    public static void MapLaunches(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/launches", LaunchAsync).Needs(Scope.BuildsLaunch).BodyLimit(LargestRequest).WithSummary("Starts builds of an app, or tells which contents are missing.");

    private static async Task<IResult> LaunchAsync(HttpContext context, LaunchRequest request, Launcher launcher)
    {
        var answer = await launcher.LaunchAsync(context.Caller(), request, context.RequestAborted);
        return Results.Json(answer, statusCode: answer.Builds.Count > 0 ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }
}
