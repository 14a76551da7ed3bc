using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Proofs;
using Slipway.Server.Queue;
using Slipway.Server.Requests;

namespace Slipway.Server.Builds;

/// <summary>Builds of an organisation.</summary>
internal static class BuildEndpoints
{
    public static void MapBuilds(this IEndpointRouteBuilder routes)
    {
        var builds = routes.MapGroup("/api/v1/builds");
        builds.MapGet("", ListAsync).Needs(Scope.BuildsRead).WithSummary("Lists builds, the newest first.");
        builds.MapGet("/{key:guid}", ShowAsync).Needs(Scope.BuildsRead).WithSummary("One build.");
        builds.MapGet("/{key:guid}/log", DownloadAsync).Needs(Scope.BuildsRead).WithSummary("Downloads the log of a build as text.");
        builds.MapPost("/{key:guid}/cancel", CancelAsync).Needs(Scope.BuildsLaunch).WithSummary("Cancels a waiting or running build.");
        builds.MapPost("/{key:guid}/retry", RetryAsync).Needs(Scope.BuildsLaunch).SpendsProof().Idempotent("retry").WithSummary("Retries a failed build as a new build.");
    }

    /// <summary>Returns a build of the caller's organisation.</summary>
    /// <exception cref="ProblemException">It does not exist.</exception>
    public static async Task<BuildRow> RequireAsync(this BuildStore store, HttpContext context, Guid key) =>
        await store.FindAsync(context.Caller().Organisation, key.ToString(), context.RequestAborted)
        ?? throw new ProblemException(ServiceProblems.NotFound.At(key.ToString(), "There is no such build."));

    private static async Task<Page<BuildDescription>> ListAsync(HttpContext context, [AsParameters] BuildQuery query, BuildStore store, BuildDescriber describer)
    {
        var paging = Paging.Of(query.Offset, query.Limit);
        var (rows, total) = await store.ListAsync(context.Caller().Organisation, query.Filter, paging, context.RequestAborted);
        return new Page<BuildDescription>(await describer.DescribeAsync(rows, context.Caller(), context.RequestAborted), paging.Offset, paging.Limit, total);
    }

    private static async Task<BuildDescription> ShowAsync(HttpContext context, Guid key, BuildStore store, BuildDescriber describer) =>
        (await describer.DescribeAsync([await store.RequireAsync(context, key)], context.Caller(), context.RequestAborted))[0];

    private static async Task DownloadAsync(HttpContext context, Guid key, BuildStore store, LogDownload download)
    {
        var build = await store.RequireAsync(context, key);
        await download.WriteAsync(context, build);
    }

    private static async Task<BuildDescription> CancelAsync(HttpContext context, Guid key, BuildControl cancellations, BuildStore store, BuildDescriber describer)
    {
        await cancellations.CancelAsync(context.Caller(), key.ToString(), context.RequestAborted);
        return await ShowAsync(context, key, store, describer);
    }

    private static async Task<Created<BuildDescription>> RetryAsync(HttpContext context, Guid key, BuildControl cancellations, BuildStore store, BuildDescriber describer)
    {
        var made = await cancellations.RetryAsync(context.Caller(), key.ToString(), context.RequestAborted);
        return TypedResults.Created($"/api/v1/builds/{made}", await ShowAsync(context, Guid.Parse(made), store, describer));
    }
}
