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

/// <summary>The usage and the limits of an organisation.</summary>
/// <param name="Organisation">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="UsedBytes">Bytes of blobs, pieces and artifacts.</param>
/// <param name="QuotaBytes">The maximum of these bytes.</param>
/// <param name="RetentionDays">Days after which an ended build is removed.</param>
/// <param name="MaxRunning">Maximum number of concurrent builds.</param>
internal sealed record OrganisationUsage(string Organisation, string Name, long UsedBytes, long QuotaBytes, long RetentionDays, long MaxRunning);
