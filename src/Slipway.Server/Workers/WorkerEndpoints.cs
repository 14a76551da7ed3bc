using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Queue;
using Slipway.Server.Requests;

namespace Slipway.Server.Workers;

/// <summary>Endpoints for workers: registration, claims, progress and results.</summary>
internal static class WorkerEndpoints
{
    private const int LongestWait = 25;
    private const long SmallBody = 64 << 10;
    private const long LargestBatch = 16 << 20;

    public static void MapWorkers(this IEndpointRouteBuilder routes)
    {
        var workers = routes.MapGroup("/api/v1/workers").Needs(Scope.Worker).BodyLimit(SmallBody);
        workers.MapPost("", RegisterAsync).WithSummary("Registers a worker.");
        workers.MapPost("/{id:guid}/claim", ClaimAsync).WithSummary("Claims a build, and waits until there is one.");
        workers.MapDelete("/{id:guid}", LeaveAsync).WithSummary("Removes a worker that stops.");
        var leases = routes.MapGroup("/api/v1/leases/{build:guid}/{attempt:int}").Needs(Scope.Worker);
        leases.MapPost("/renew", RenewAsync).BodyLimit(SmallBody).WithSummary("Renews the lease of a build.");
        leases.MapPost("/messages", ReportAsync).BodyLimit(LargestBatch).WithSummary("Adds messages to the log of a build and updates its status.");
        leases.MapPost("/complete", CompleteAsync).BodyLimit(LargestBatch).WithSummary("Completes a build.");
        leases.MapPost("/fail", FailAsync).BodyLimit(LargestBatch).WithSummary("Ends a build that failed.");
    }

    /// <summary>Returns the lease that the address and the token of a request name.</summary>
    public static LeaseId LeaseOf(this HttpContext context, Guid build, int attempt) => new(context.Caller().TokenId, build.ToString(), attempt);

    private static async Task<Created<WorkerWelcome>> RegisterAsync(HttpContext context, WorkerRegistration registration, WorkerStore store)
    {
        WorkerRules.RequirePrivacy(context);
        var id = await store.RegisterAsync(context.Caller(), WorkerRules.Require(registration), context.RequestAborted);
        return TypedResults.Created($"/api/v1/workers/{id}", new WorkerWelcome(Guid.Parse(id), (int)BuildClaimer.LeaseDuration.TotalSeconds));
    }

    private static async Task<Results<Ok<WorkerJob>, NoContent>> ClaimAsync(HttpContext context, Guid id, ClaimRequest request, WorkerStore store, JobDispatch dispatch)
    {
        WorkerRules.RequirePrivacy(context);
        var worker = await store.SeeAsync(context.Caller(), id.ToString(), context.RequestAborted);
        var wait = TimeSpan.FromSeconds(Math.Clamp(request.WaitSeconds, 0, LongestWait));
        context.Response.Headers.CacheControl = "no-store";
        return await dispatch.WaitAsync(context.Caller(), worker, wait, context.RequestAborted) is { } job ? TypedResults.Ok(job) : TypedResults.NoContent();
    }

    private static async Task<NoContent> LeaveAsync(HttpContext context, Guid id, WorkerStore store)
    {
        await store.LeaveAsync(context.Caller(), id.ToString(), context.RequestAborted);
        return TypedResults.NoContent();
    }

    private static Task<LeaseAnswer> RenewAsync(HttpContext context, Guid build, int attempt, LeaseStore leases) =>
        leases.RenewAsync(context.LeaseOf(build, attempt), context.RequestAborted);

    private static Task<LeaseAnswer> ReportAsync(HttpContext context, Guid build, int attempt, MessageBatch batch, WorkerResults results)
    {
        WorkerRules.Require(batch);
        var lines = batch.Messages.Select(m => LogLine.Of(m.Severity, m.Code, m.Stage, m.Message)).ToList();
        return results.ReportAsync(context.LeaseOf(build, attempt), batch.Status, lines, batch.Sent, context.RequestAborted);
    }

    private static Task<LeaseAnswer> CompleteAsync(HttpContext context, Guid build, int attempt, CompleteRequest result, WorkerResults results)
    {
        WorkerRules.Require(result);
        return results.CompleteAsync(context.LeaseOf(build, attempt), result, context.RequestAborted);
    }

    private static async Task<LeaseAnswer> FailAsync(HttpContext context, Guid build, int attempt, FailRequest failure, WorkerResults results)
    {
        await results.FailAsync(context.LeaseOf(build, attempt), failure, context.RequestAborted);
        return new LeaseAnswer(CancelRequested: false);
    }
}
