using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Slipway.Server.Access;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>The usage and the retention of an organisation.</summary>
internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/organisation", ShowAsync).Needs(Scope.BuildsRead).WithSummary("Returns the usage and the limits of the organisation.");

    private static Task<OrganisationUsage> ShowAsync(HttpContext context, Database database) => database.ReadAsync(
        async connection =>
        {
            var organisation = context.Caller().Organisation;
            var (name, quota, days, running) = await connection.QuerySingleAsync<(string Name, long Quota, long Days, long Running)>(
                "SELECT name, storage_quota, retention_days, max_running FROM organisations WHERE id = @organisation", new { organisation });
            return new OrganisationUsage(organisation, name, await StorageQuota.UsedAsync(connection, null, organisation), quota, days, running);
        },
        context.RequestAborted);
}
