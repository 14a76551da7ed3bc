using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Environments;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Limits;
using Slipway.Server.Proofs;
using Slipway.Server.Requests;
using Slipway.Server.Store;

namespace Slipway.Server.Environments;

/// <summary>Environments of an organisation, and the machines in them.</summary>
internal static class EnvironmentEndpoints
{
    private const int ReportsPerMinute = 60;

    public static void MapEnvironments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/environments", ListAsync).Needs(Scope.BuildsRead).WithName("ListEnvironments");
        routes.MapGet("/api/v1/environments/{key:guid}", ShowAsync).Needs(Scope.BuildsRead).WithName("ShowEnvironment").WithSummary("An environment, its servers, and whether one machine can be the only one that launches.");
        routes.MapGet("/api/v1/environments/{key:guid}/launches", CountAsync).Needs(Scope.BuildsRead).WithName("CountLaunches").WithSummary("Counts recent launches of an environment, including refused ones.");
        routes.MapPost("/api/v1/environments", CreateAsync).Needs(Scope.OrganisationAdmin).WithName("CreateEnvironment");
        routes.MapPatch("/api/v1/environments/{key:guid}", ChangeAsync).Needs(Scope.OrganisationAdmin).WithName("ChangeEnvironment");
        routes.MapPost("/api/v1/environments/{key:guid}/servers", AddMachineAsync).Needs(Scope.OrganisationAdmin).WithName("AddServer");
        routes.MapDelete("/api/v1/environments/{key:guid}/servers/{id:guid}", RemoveMachineAsync).Needs(Scope.OrganisationAdmin).WithName("RemoveServer");
        routes.MapPut("/api/v1/environments/{key:guid}/servers/{id:guid}/report", (Guid key, Guid id, HttpContext context, MachineReportStore reports) => reports.SaveAsync(context, key, id))
            .NeedsProof().LimitPerAddress(ReportsPerMinute).BodyLimit(MachineReport.Largest).Accepts<object>("application/json").Produces(StatusCodes.Status200OK)
            .WithName("KeepServerReport").WithSummary("Stores the report of a server's doctor; the server signs the request.");
        routes.MapGet("/api/v1/environments/{key:guid}/servers/{id:guid}/report", (Guid key, Guid id, HttpContext context, MachineReportStore reports) =>
            reports.FindAsync(context.Caller().Organisation, key, id, context.RequestAborted)).Needs(Scope.BuildsRead).WithName("ShowServerReport");
        routes.MapEnrolment();
    }

    private static async Task<IReadOnlyList<EnvironmentDescription>> ListAsync(HttpContext context, EnvironmentStore store, int? offset, int? limit)
    {
        var page = Paging.OfArray(offset, limit);
        return page.Cut(context, await store.ListAsync(context.Caller().Organisation, page, context.RequestAborted));
    }

    private static async Task<IResult> CreateAsync(EnvironmentChange request, HttpContext context, Database database, EnvironmentStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        var change = EnvironmentRules.Check(request.Name is null ? throw new ProblemException(ServiceProblems.Invalid.At("name", "The environment needs a name.")) : request);
        var key = Guid.CreateVersion7();
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (change.LaunchPolicy == EnvironmentRules.ControllerOnly)
                throw new ProblemException(EnvironmentProblems.NoController.At("launchPolicy", "A new environment has no servers."));
            await OrganisationRowLimits.RequireAsync(connection, transaction, "environments", caller.Organisation, OrganisationRowLimits.Environments);
            await store.CreateAsync(connection, transaction, caller.Organisation, key.ToString(), change);
            await audit.WriteAsync(connection, transaction, caller, "environment.create", key.ToString(), change);
        });
        return Results.Created($"/api/v1/environments/{key}", await store.DescribeAsync(caller.Organisation, key.ToString(), context.RequestAborted));
    }

    private static async Task<EnvironmentDescription> ShowAsync(Guid key, HttpContext context, EnvironmentStore store, LaunchHistory history)
    {
        var environment = await store.DescribeAsync(context.Caller().Organisation, key.ToString(), context.RequestAborted) ?? throw Missing(key);
        var launches = await history.CountAsync(context.Caller().Organisation, key.ToString(), EnvironmentConditions.Days, context.RequestAborted);
        return environment with { Conditions = EnvironmentConditions.Judge(environment, launches) };
    }

    private static async Task<LaunchCounts> CountAsync(Guid key, HttpContext context, EnvironmentStore store, LaunchHistory history, int days = EnvironmentConditions.Days)
    {
        if (days is < 1 or > LaunchHistory.MostDays)
            throw new ProblemException(ServiceProblems.Invalid.At("days", $"The number of days is 1 to {LaunchHistory.MostDays}."));
        if (await store.DescribeAsync(context.Caller().Organisation, key.ToString(), context.RequestAborted) is null)
            throw Missing(key);
        return new LaunchCounts(days, await history.CountAsync(context.Caller().Organisation, key.ToString(), days, context.RequestAborted));
    }

    private static async Task<IResult> ChangeAsync(Guid key, EnvironmentChange request, HttpContext context, Database database, EnvironmentStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        var change = EnvironmentRules.Check(request);
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await store.ChangeAsync(connection, transaction, caller.Organisation, key.ToString(), change))
                throw Missing(key);
            if (change.LaunchPolicy == EnvironmentRules.ControllerOnly && !await EnvironmentStore.HasSoleMachineAsync(connection, transaction, key.ToString()))
                throw new ProblemException(EnvironmentProblems.NoController.At("launchPolicy", "No server of the environment has both roles, DeploymentController and FrontEnd."));
            await audit.WriteAsync(connection, transaction, caller, "environment.change", key.ToString(), change);
        });
        return Results.Ok(await store.DescribeAsync(caller.Organisation, key.ToString(), context.RequestAborted));
    }

    private static async Task<IResult> AddMachineAsync(Guid key, NewMachine request, HttpContext context, Database database, EnvironmentStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        var server = EnvironmentRules.Check(request);
        var id = Guid.CreateVersion7();
        await database.WriteAsync(async (connection, transaction) =>
        {
            await OrganisationRowLimits.RequireAsync(connection, transaction, "servers", caller.Organisation, OrganisationRowLimits.Machines);
            if (!await store.AddMachineAsync(connection, transaction, caller.Organisation, key.ToString(), id.ToString(), server))
                throw Missing(key);
            await audit.WriteAsync(connection, transaction, caller, "server.add", id.ToString(), server);
        });
        return Results.Created($"/api/v1/environments/{key}/servers/{id}", new MachineDescription(id, server.Name, server.Address, server.Roles));
    }

    private static async Task<IResult> RemoveMachineAsync(Guid key, Guid id, HttpContext context, Database database, AuditTrail audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await EnvironmentStore.RemoveMachineAsync(connection, transaction, caller.Organisation, key.ToString(), id.ToString()))
                throw new ProblemException(ServiceProblems.NotFound.At("id", $"There is no server {id} in the environment {key}."));
            await audit.WriteAsync(connection, transaction, caller, "server.remove", id.ToString());
        });
        return Results.NoContent();
    }

    private static ProblemException Missing(Guid key) => new(ServiceProblems.NotFound.At("key", $"There is no environment {key}."));
}
