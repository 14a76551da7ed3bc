using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Organisations, for the operator.</summary>
internal static class OrganisationEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/organisations").Needs(Scope.PlatformAdmin);
        group.MapGet("/", ListAsync).WithName("ListOrganisations");
        group.MapPost("/", CreateAsync).WithName("CreateOrganisation");
        group.MapPut("/{id:guid}/limits", LimitAsync).WithName("SetOrganisationLimits");
    }

    private static async Task<IReadOnlyList<OrganisationDescription>> ListAsync(HttpContext context, OrganisationStore organisations, int? offset, int? limit)
    {
        var page = Paging.OfArray(offset, limit);
        return page.Cut(context, await organisations.ListAsync(page, context.RequestAborted));
    }

    private static async Task<IResult> CreateAsync(NewOrganisation request, HttpContext context, Database database, OrganisationStore organisations, TokenStore tokens, AuditTrail audit)
    {
        var name = NameRules.Check(request.Name, "name");
        var limits = Check(request.Limits ?? new OrganisationLimits());
        var created = await database.WriteAsync(async (connection, transaction) =>
        {
            var id = await organisations.CreateAsync(connection, transaction, name, limits);
            var (_, token) = await Bootstrap.CreateAsync(connection, transaction, tokens, id, runsService: false, Bootstrap.Lifetime);
            await audit.WriteAsync(connection, transaction, context.Caller(), "organisation.create", id, new { name });
            return new CreatedOrganisation(Guid.Parse(id), token);
        });
        return Results.Created($"/api/v1/organisations/{created.Id}", created);
    }

    private static async Task<IResult> LimitAsync(Guid id, OrganisationLimits limits, HttpContext context, Database database, AuditTrail audit)
    {
        Check(limits);
        await database.WriteAsync(async (connection, transaction) =>
        {
            if (!await OrganisationStore.LimitAsync(connection, transaction, id.ToString(), limits))
                throw new ProblemException(ServiceProblems.NotFound.At("id", $"There is no organisation {id}."));
            await audit.WriteAsync(connection, transaction, context.Caller(), "organisation.limit", id.ToString(), limits);
        });
        return Results.NoContent();
    }

    private static OrganisationLimits Check(OrganisationLimits limits) =>
        limits is { StorageQuota: >= 0, RetentionDays: >= 1, MaxRunning: >= 1, ReadsPerMinute: >= 1, CreationsPerMinute: >= 1, ChangesPerMinute: >= 1 }
            ? limits
            : throw new ProblemException(ServiceProblems.Invalid.At("limits", "Limits are positive numbers; the quota may be 0."));
}
