using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;
using Slipway.Server.Transport;

namespace Slipway.Server.Install;

/// <summary>Lists and withdraws links to install pages.</summary>
internal static class LinkEndpoints
{
    private const string Path = "/api/v1/install-links";

    public static void MapInstallLinks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ListAsync).Needs(Scope.BuildsRead).WithName("ListInstallLinks");
        routes.MapDelete(Path + "/{id:guid}", WithdrawAsync).Needs(Scope.BuildsRead).WithName("WithdrawInstallLink");
        routes.MapDelete("/api/v1/builds/{key:guid}/install-links", WithdrawAllAsync).Needs(Scope.BuildsLaunch).WithName("WithdrawLinksOfBuild")
            .WithSummary("Withdraws every address of the build's artifacts, with or without a page.");
    }

    private static async Task<Page<InstallLinkDescription>> ListAsync(
        HttpContext context, LinkStore store, InstallToken tokens, OwnAddress own, Guid? build, int? offset, int? limit)
    {
        var paging = Paging.Of(offset, limit);
        var (rows, total) = await store.ListAsync(context.Caller().Organisation, build?.ToString(), paging, context.RequestAborted);
        return new Page<InstallLinkDescription>([.. rows.Select(row => Describe(row, context, tokens, own))], paging.Offset, paging.Limit, total);
    }

    private static InstallLinkDescription Describe(InstallLinkRow row, HttpContext context, InstallToken tokens, OwnAddress own)
    {
        var expiry = DatabaseTime.Of(row.ExpiresAt);
        var url = InstallEndpoints.UrlOf(context, own, tokens.Create(Guid.Parse(row.ArtifactId), Guid.Parse(row.Id), expiry));
        return new InstallLinkDescription(Guid.Parse(row.Id), Guid.Parse(row.Build), row.Name, url, row.MadeBy, DatabaseTime.Of(row.CreatedAt), expiry);
    }

    // A caller can always withdraw links that they created. To withdraw those of others, they need the scope to launch and cancel builds.
    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext context, Database database, LinkStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            var row = await LinkStore.FindAsync(connection, transaction, caller.Organisation, id.ToString())
                ?? throw new ProblemException(ServiceProblems.NotFound.At("id", $"There is no link {id}."));
            if (row.MadeBy != caller.Actor && !caller.Scopes.Contains(Scope.BuildsLaunch))
                throw new ProblemException(ServiceProblems.ScopeMissing.At("Authorization", $"Another user created the link, and the token lacks the scope {Scope.BuildsLaunch}."));
            await store.WithdrawAsync(connection, transaction, row.Id);
            await audit.WriteAsync(connection, transaction, caller, "install-link.withdraw", row.Build, new { link = row.Id });
        });
        return Results.NoContent();
    }

    private static async Task<IResult> WithdrawAllAsync(Guid key, HttpContext context, Database database, LinkStore store, AuditTrail audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await store.WithdrawAllAsync(connection, transaction, caller.Organisation, key.ToString()))
                throw new ProblemException(ServiceProblems.NotFound.At("key", $"There is no build {key}."));
            await audit.WriteAsync(connection, transaction, caller, "install-link.withdraw", key.ToString(), new { all = true });
        });
        return Results.NoContent();
    }
}
