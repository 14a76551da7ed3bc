using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Applications;
using Slipway.Server.Store;

namespace Slipway.Server.Revisions;

/// <summary>Revisions of an organisation's applications.</summary>
internal static class RevisionEndpoints
{
    public static void MapRevisions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/applications/{application}/revisions", ListAsync).Needs(Scope.BuildsRead).WithSummary("The revisions of an application, the newest first.");
        routes.MapGet("/api/v1/revisions/{buildKey}/files", FilesAsync).Needs(Scope.BuildsRead).WithSummary("The files of a revision with their hashes.");
    }

    private static async Task<IResult> ListAsync(HttpContext context, Guid application, Database database, RevisionStore store, int? offset, int? limit)
    {
        var organisation = context.Caller().Organisation;
        var page = Paging.OfArray(offset, limit);
        _ = await database.ReadAsync(connection => ApplicationStore.FindAsync(connection, null, organisation, application.ToString()), context.RequestAborted)
            ?? throw new ProblemException(ServiceProblems.NotFound.At(application.ToString(), "There is no application of this id."));
        return Results.Ok(page.Cut(context, (await store.ListAsync(organisation, application.ToString(), page, context.RequestAborted)).Select(RevisionDescription.Of)));
    }

    private static async Task<IResult> FilesAsync(HttpContext context, Guid buildKey, RevisionStore store)
    {
        var organisation = context.Caller().Organisation;
        var revision = await store.FindAsync(organisation, buildKey.ToString(), context.RequestAborted)
            ?? throw new ProblemException(ServiceProblems.NotFound.At(buildKey.ToString(), "There is no revision of this id."));
        return Results.Ok(await store.ManifestAsync(organisation, revision.ManifestSha256, context.RequestAborted));
    }
}
