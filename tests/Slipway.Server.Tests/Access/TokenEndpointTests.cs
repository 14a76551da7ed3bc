using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests.Access;

public sealed class TokenEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_does_what_its_scopes_say_until_it_is_revoked()
    {
        await using var service = await TestService.StartAsync();
        using var created = await service.Admin.PostAsJsonAsync("/api/v1/tokens", new { name = "CI", scopes = new[] { "builds.read" } }, Cancellation);
        var token = await created.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        using var client = service.Client(token.GetProperty("token").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/applications", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/v1/users", Cancellation)).StatusCode);
        var list = await service.Admin.GetStringAsync("/api/v1/tokens", Cancellation);
        Assert.DoesNotContain(token.GetProperty("token").GetString()![13..], list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await service.Admin.DeleteAsync($"/api/v1/tokens/{token.GetProperty("id")}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/applications", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("worker,builds.read")]
    [InlineData("platform.admin")]
    [InlineData("builds.read,builds.read")]
    [InlineData("")]
    public async Task Scopes_that_do_not_go_together_are_refused(string scopes)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Admin.PostAsJsonAsync(
            "/api/v1/tokens", new { name = "CI", scopes = scopes.Split(',', StringSplitOptions.RemoveEmptyEntries) }, Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_who_runs_the_service_makes_organisations_and_workers_for_all()
    {
        await using var service = await TestService.StartAsync();
        using var created = await service.Admin.PostAsJsonAsync("/api/v1/organisations", new { name = "Second" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        using var second = service.Client((await created.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("administratorToken").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await second.GetAsync("/api/v1/organisations", Cancellation)).StatusCode);
        var worker = new { name = "W", scopes = new[] { "worker" }, allOrganisations = true };
        Assert.Equal(HttpStatusCode.Forbidden, (await second.PostAsJsonAsync("/api/v1/tokens", worker, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await service.Admin.PostAsJsonAsync("/api/v1/tokens", worker, Cancellation)).StatusCode);
    }
}
