using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Applications;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Applications;

/// <summary>Applications of an organisation.</summary>
internal static class ApplicationEndpoints
{
    public static void MapApplications(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/applications", ListAsync).Needs(Scope.BuildsRead).WithName("ListApplications");
        routes.MapPost("/api/v1/applications", CreateAsync).Needs(Scope.BuildsLaunch).WithName("CreateApplication");
        routes.MapPatch("/api/v1/applications/{key:guid}", RenameAsync).Needs(Scope.OrganisationAdmin).WithName("RenameApplication");
    }

    private static async Task<IReadOnlyList<ApplicationDescription>> ListAsync(HttpContext context, ApplicationStore store, int? offset, int? limit)
    {
        var page = Paging.OfArray(offset, limit);
        return page.Cut(context, (await store.ListAsync(context.Caller().Organisation, page, context.RequestAborted)).Select(a => a.Describe()));
    }

    private static async Task<IResult> CreateAsync(ApplicationName request, HttpContext context, Database database, ApplicationStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        var name = NameRules.Check(request.Name, "name");
        var application = await database.WriteAsync(async (connection, transaction) =>
        {
            if (await ApplicationStore.FindAsync(connection, transaction, caller.Organisation, name) is not null)
                throw new ProblemException(ServiceProblems.Exists.At("name", $"There is an application '{name}'."));
            var key = await store.EnsureAsync(connection, transaction, caller.Organisation, name);
            await audit.WriteAsync(connection, transaction, caller, "application.create", key, new { name });
            return await ApplicationStore.FindAsync(connection, transaction, caller.Organisation, key);
        });
        return Results.Created($"/api/v1/applications/{application!.Key}", application.Describe());
    }

    private static async Task<IResult> RenameAsync(Guid key, ApplicationName request, HttpContext context, Database database, ApplicationStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        var name = NameRules.Check(request.Name, "name");
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await store.RenameAsync(connection, transaction, caller.Organisation, key.ToString(), name))
                throw new ProblemException(ServiceProblems.NotFound.At("key", $"There is no application {key}."));
            await audit.WriteAsync(connection, transaction, caller, "application.rename", key.ToString(), new { name });
        });
        return Results.NoContent();
    }
}
