using System.Net;

namespace Slipway.Server.Tests.Access;

/// <summary>A token has no more rights than the person who made it has now.</summary>
public sealed class TokenOwnerTests
{
    [Fact]
    public async Task A_token_that_a_disabled_person_made_stops_at_once_and_comes_back_with_the_person()
    {
        await using var service = await TestService.StartAsync();
        var id = await service.Admin.AccountAsync("ada@example.com", "Administrator");
        using var ada = await service.LogInAsync("ada@example.com");
        using var program = await service.TokenAsync(ada, "builds.read");
        await program.GetAsync("/api/v1/applications", HttpStatusCode.OK);
        await service.Admin.ChangeAsync(id, new { disabled = true });
        await program.GetAsync("/api/v1/applications", HttpStatusCode.Unauthorized);
        await service.Admin.ChangeAsync(id, new { disabled = false });
        await program.GetAsync("/api/v1/applications", HttpStatusCode.OK);
        await ada.GetAsync("/api/v1/applications", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_made_with_such_a_token_stops_as_well()
    {
        await using var service = await TestService.StartAsync();
        var id = await service.Admin.AccountAsync("ada@example.com", "Administrator");
        using var ada = await service.LogInAsync("ada@example.com");
        using var first = await service.TokenAsync(ada, "organisation.admin");
        using var second = await service.TokenAsync(first, "builds.read");
        using var untouched = await service.TokenAsync(service.Admin, "builds.read");
        await second.GetAsync("/api/v1/applications", HttpStatusCode.OK);
        await service.Admin.ChangeAsync(id, new { disabled = true });
        await second.GetAsync("/api/v1/applications", HttpStatusCode.Unauthorized);
        await untouched.GetAsync("/api/v1/applications", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_of_somebody_who_is_no_administrator_any_more_keeps_what_the_new_role_has()
    {
        await using var service = await TestService.StartAsync();
        var id = await service.Admin.AccountAsync("ada@example.com", "Administrator");
        using var ada = await service.LogInAsync("ada@example.com");
        using var program = await service.TokenAsync(ada, "builds.read", "builds.launch", "credentials.export", "organisation.admin");
        using var worker = await service.TokenAsync(ada, "worker");
        var registration = new { name = "w", platforms = new[] { "Android" }, builderVersions = new[] { "1.0" }, slots = 1 };
        await worker.PostAsync("/api/v1/workers", registration);
        await service.Admin.ChangeAsync(id, new { role = "Viewer" });
        await program.GetAsync("/api/v1/applications", HttpStatusCode.OK);
        await program.PostAsync("/api/v1/applications", new { name = "Notes" }, HttpStatusCode.Forbidden);
        await program.GetAsync($"/api/v1/credentials/{Guid.NewGuid()}/export", HttpStatusCode.Forbidden);
        await program.GetAsync("/api/v1/tokens", HttpStatusCode.Forbidden);
        await worker.PostAsync("/api/v1/workers", registration, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_of_tokens_says_who_made_each()
    {
        await using var service = await TestService.StartAsync();
        var id = await service.Admin.AccountAsync("ada@example.com", "Administrator");
        using var ada = await service.LogInAsync("ada@example.com");
        var made = (await ada.PostAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" } })).Text("id");
        var listed = (await service.Admin.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).EnumerateArray().ToDictionary(token => token.Text("id"));
        Assert.Equal("user:" + id, listed[made].Text("madeBy"));
        Assert.Equal("Session", listed[listed[made].Text("madeWith")].Text("name"));
    }

    [Fact]
    public async Task What_was_made_with_a_stolen_token_can_be_revoked_with_it()
    {
        await using var service = await TestService.StartAsync();
        var stolen = await service.Admin.PostAsync("/api/v1/tokens", new { name = "Stolen", scopes = new[] { "organisation.admin" } });
        using var thief = service.Client(stolen.Text("token"));
        using var hidden = await service.TokenAsync(thief, "organisation.admin");
        using var deeper = await service.TokenAsync(hidden, "builds.read");
        using var other = await service.TokenAsync(service.Admin, "builds.read");
        await service.Admin.DeleteAsync($"/api/v1/tokens/{stolen.Text("id")}", HttpStatusCode.NoContent);
        await thief.GetAsync("/api/v1/tokens", HttpStatusCode.Unauthorized);
        await deeper.GetAsync("/api/v1/applications", HttpStatusCode.OK);
        await service.Admin.DeleteAsync($"/api/v1/tokens/{stolen.Text("id")}?withMade=true", HttpStatusCode.NoContent);
        await hidden.GetAsync("/api/v1/tokens", HttpStatusCode.Unauthorized);
        await deeper.GetAsync("/api/v1/applications", HttpStatusCode.Unauthorized);
        await other.GetAsync("/api/v1/applications", HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_workers_token_for_all_organisations_is_listed_and_revoked_by_who_runs_the_service_alone()
    {
        await using var service = await TestService.StartAsync();
        using var second = await service.OrganisationAsync("Second");
        var worker = (await service.Admin.PostAsync("/api/v1/tokens", new { name = "For all", scopes = new[] { "worker" }, allOrganisations = true })).Text("id");
        Assert.DoesNotContain(worker, (await second.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).ToString(), StringComparison.Ordinal);
        await second.DeleteAsync($"/api/v1/tokens/{worker}", HttpStatusCode.NotFound);
        Assert.Contains(worker, (await service.Admin.GetAsync("/api/v1/tokens", HttpStatusCode.OK)).ToString(), StringComparison.Ordinal);
        await service.Admin.DeleteAsync($"/api/v1/tokens/{worker}", HttpStatusCode.NoContent);
    }
}
