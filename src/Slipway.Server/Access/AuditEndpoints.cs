using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Protocol;
using Slipway.Protocol.Access;

namespace Slipway.Server.Access;

/// <summary>The audit trail of an organisation.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/api/v1/audit", ListAsync).Needs(Scope.AuditRead).WithName("ListAudit");

    private static Task<Page<AuditEntry>> ListAsync(HttpContext context, Audit audit, int? offset, int? limit) =>
        audit.ListAsync(context.Caller().Organisation, Paging.Of(offset, limit), context.RequestAborted);
}
