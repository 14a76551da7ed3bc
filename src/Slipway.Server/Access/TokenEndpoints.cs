using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Tokens of an organisation.</summary>
internal static class TokenEndpoints
{
    private const int LongestLifeDays = 3650;

    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/tokens").Needs(Scope.OrganisationAdmin);
        group.MapGet("/", ListAsync).WithName("ListTokens");
        group.MapPost("/", CreateAsync).WithName("CreateToken");
        group.MapDelete("/{id:guid}", RevokeAsync).WithName("RevokeToken");
    }

    private static async Task<IReadOnlyList<TokenDescription>> ListAsync(HttpContext context, TokenStore tokens, int? offset, int? limit)
    {
        var page = Paging.OfArray(offset, limit);
        return page.Cut(context, await tokens.ListAsync(context.Caller().Organisation, context.Caller().RunsService, page, context.RequestAborted));
    }

    private static async Task<IResult> CreateAsync(NewTokenRequest request, HttpContext context, Database database, TokenStore tokens, AuditTrail audit)
    {
        var caller = context.Caller();
        var name = NameRules.Check(request.Name, "name");
        CheckScopes(request, caller);
        if (request.ExpiresInDays is < 1 or > LongestLifeDays)
            throw new ProblemException(ServiceProblems.Invalid.At("expiresInDays", $"A token is valid for 1 to {LongestLifeDays} days."));
        TimeSpan? lifetime = request.ExpiresInDays is { } days ? TimeSpan.FromDays(days) : null;
        var (id, text) = await database.WriteAsync(async (connection, transaction) =>
        {
            var created = await tokens.CreateAsync(
                connection, transaction, new NewToken(request.AllOrganisations ? null : caller.Organisation, null, name, request.Scopes, lifetime) { Maker = caller });
            await audit.WriteAsync(connection, transaction, caller, "token.create", created.Id, new { name, request.Scopes });
            return created;
        });
        return Results.Created($"/api/v1/tokens/{id}", new CreatedToken(Guid.Parse(id), text));
    }

    private static async Task<IResult> RevokeAsync(Guid id, bool? withMade, HttpContext context, Database database, TokenStore tokens, AuditTrail audit)
    {
        var caller = context.Caller();
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await tokens.RevokeAsync(connection, transaction, caller.Organisation, caller.RunsService, id.ToString(), withMade ?? false))
                throw new ProblemException(ServiceProblems.NotFound.At("id", $"There is no token {id}."));
            await audit.WriteAsync(connection, transaction, caller, "token.revoke", id.ToString(), withMade is true ? new { withMade } : null);
        });
        database.Signals.Publish(TokenStore.Topic);
        return Results.NoContent();
    }

    // An administrator can grant every scope of the organisation. A worker's token must have no other scope, because it is on machines
    // that process untrusted files.
    private static void CheckScopes(NewTokenRequest request, Caller caller)
    {
        if (request.Scopes is [Scope.Worker])
        {
            if (request.AllOrganisations && !caller.Scopes.Contains(Scope.PlatformAdmin))
                throw new ProblemException(ServiceProblems.ScopeMissing.At("allOrganisations", "Only the operator of the service can let a worker serve all organisations."));
            return;
        }

        if (request.AllOrganisations)
            throw new ProblemException(ServiceProblems.Invalid.At("allOrganisations", "Only a worker's token can serve all organisations."));
        if (request.Scopes.Count == 0 || request.Scopes.Distinct(StringComparer.Ordinal).Count() != request.Scopes.Count)
            throw new ProblemException(ServiceProblems.Invalid.At("scopes", "A token needs at least one scope, and each scope only once."));
        var unknown = request.Scopes.Where(scope => !Scope.OfOrganisations.Contains(scope)).ToList();
        if (unknown.Count > 0)
            throw new ProblemException(ServiceProblems.Invalid.At("scopes", $"'{unknown[0]}' is none of {string.Join(", ", Scope.OfOrganisations)}, or worker alone."));
    }
}
