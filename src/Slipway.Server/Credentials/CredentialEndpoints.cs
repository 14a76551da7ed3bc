using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Store;

namespace Slipway.Server.Credentials;

/// <summary>Credentials of an organisation.</summary>
internal static class CredentialEndpoints
{
    public static void MapCredentials(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/credentials");
        var limit = new RequestSizeLimitAttribute(CredentialRules.BodyLimit);
        group.MapGet("/", ListAsync).Needs(Scope.CredentialsRead).WithName("ListCredentials");
        group.MapPost("/", AddAsync).Needs(Scope.CredentialsWrite).WithMetadata(limit).WithName("AddCredential").Produces<CredentialDescription>(StatusCodes.Status201Created);
        group.MapGet("/{id:guid}", GetAsync).Needs(Scope.CredentialsRead).WithName("GetCredential");
        group.MapPut("/{id:guid}/content", ReplaceAsync).Needs(Scope.CredentialsWrite).WithMetadata(limit).WithName("ReplaceCredential");
        group.MapDelete("/{id:guid}", RemoveAsync).Needs(Scope.CredentialsWrite).WithName("RemoveCredential").Produces(StatusCodes.Status204NoContent);
        group.MapGet("/{id:guid}/export", ExportAsync).Needs(Scope.CredentialsExport).WithName("ExportCredential");
    }

    private static Task<IReadOnlyList<CredentialDescription>> ListAsync(HttpContext context, Database database, CredentialStore store) => database.ReadAsync<IReadOnlyList<CredentialDescription>>(
        async connection =>
        {
            var now = await store.NowAsync(connection);
            return [.. (await CredentialStore.ListAsync(connection, null, context.Caller().Organisation)).Select(row => CredentialDescriber.Describe(row, CredentialWarnings.Of(row, now)))];
        },
        context.RequestAborted);

    private static async Task<IResult> AddAsync(NewCredential request, HttpContext context, AuditedCredentials keeper)
    {
        var added = await keeper.AddAsync(context.Caller(), request, context.RequestAborted);
        return Results.Created($"/api/v1/credentials/{added.Id}", added);
    }

    private static async Task<CredentialDescription> GetAsync(Guid id, HttpContext context, Database database, CredentialStore store) => await database.ReadAsync(
        async connection =>
        {
            var row = await CredentialStore.FindAsync(connection, null, context.Caller().Organisation, id.ToString());
            return row is null ? null : CredentialDescriber.Describe(row, CredentialWarnings.Of(row, await store.NowAsync(connection)));
        },
        context.RequestAborted) ?? throw Missing(id);

    private static async Task<CredentialDescription> ReplaceAsync(Guid id, CredentialContent content, HttpContext context, AuditedCredentials keeper) =>
        await keeper.ReplaceAsync(context.Caller(), id.ToString(), content, context.RequestAborted) ?? throw Missing(id);

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext context, AuditedCredentials keeper) =>
        await keeper.RemoveAsync(context.Caller(), id.ToString(), context.RequestAborted) ? Results.NoContent() : throw Missing(id);

    private static async Task<ExportedCredential> ExportAsync(Guid id, HttpContext context, AuditedCredentials keeper)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await keeper.ExportAsync(context.Caller(), id.ToString(), context.RequestAborted) ?? throw Missing(id);
    }

    private static ProblemException Missing(Guid id) => new(ServiceProblems.NotFound.At("id", $"There is no credential {id}."));
}
