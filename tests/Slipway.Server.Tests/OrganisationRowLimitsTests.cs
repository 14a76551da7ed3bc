using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;

namespace Slipway.Server.Tests;

public sealed class OrganisationRowLimitsTests
{
    [Fact]
    public async Task An_organisation_has_only_so_many_applications_and_others_are_not_touched_by_it()
    {
        await using var service = await TestService.StartAsync();
        var organisation = (await service.Admin.GetAsync("/api/v1/caller", HttpStatusCode.OK)).Text("organisation");
        await service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync(
            """
            WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < @most)
            INSERT INTO applications (key, organisation_id, name, created_at) SELECT 'key' || i, @organisation, 'name' || i, 0 FROM numbers
            """,
            new { organisation, most = OrganisationRowLimits.Applications - 1 },
            t));
        await service.Admin.PostAsync("/api/v1/applications", new { name = "The last" });
        var problem = await service.Admin.PostAsync("/api/v1/applications", new { name = "One more" }, HttpStatusCode.BadRequest);
        Assert.Equal("SLW-SRV-40002", problem.Text("errorCode"));
        using var other = await service.OrganisationAsync("Other");
        await other.PostAsync("/api/v1/applications", new { name = "One more" });
    }

    [Fact]
    public async Task An_organisation_has_only_so_many_environments()
    {
        await using var service = await TestService.StartAsync();
        var organisation = (await service.Admin.GetAsync("/api/v1/caller", HttpStatusCode.OK)).Text("organisation");
        await service.App.Services.GetRequiredService<Database>().WriteAsync((c, t) => c.ExecuteAsync(
            """
            WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < @most)
            INSERT INTO environments (key, organisation_id, name, launch_policy, created_at) SELECT 'key' || i, @organisation, 'name' || i, 'AnyFrontEnd', 0 FROM numbers
            """,
            new { organisation, most = OrganisationRowLimits.Environments },
            t));
        await service.Admin.PostAsync("/api/v1/environments", new { name = "One more" }, HttpStatusCode.BadRequest);
    }
}
