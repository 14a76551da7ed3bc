using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Access;

/// <summary>The audit trail of an organisation and, for the operator, that of the service itself.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/audit", ListAsync).Needs(Scope.AuditRead).WithName("ListAudit");

    private static Task<Page<AuditEntry>> ListAsync(HttpContext context, AuditTrail audit, int? offset, int? limit, bool? ofService)
    {
        var caller = context.Caller();
        if (ofService is true && !caller.RunsService)
            throw new ProblemException(ServiceProblems.ScopeMissing.At("ofService", $"The token lacks the scope {Scope.PlatformAdmin}."));
        return audit.ListAsync(ofService is true ? null : caller.Organisation, Paging.Of(offset, limit), context.RequestAborted);
    }
}
