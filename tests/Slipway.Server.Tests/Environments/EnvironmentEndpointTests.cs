using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests.Environments;

public sealed class EnvironmentEndpointTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_environment_is_made_and_changed_and_takes_servers()
    {
        await using var service = await TestService.StartAsync();
        using var created = await service.Admin.PostAsJsonAsync("/api/v1/environments", new { name = "Production", internalAddress = "10.0.0.7" }, Cancellation);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var key = (await created.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("key").GetGuid();
        var server = new { name = "ctl-01", roles = new[] { "FrontEnd", "DeploymentController" }, address = "ctl-01.example.com" };
        Assert.Equal(HttpStatusCode.Created, (await service.Admin.PostAsJsonAsync($"/api/v1/environments/{key}/servers", server, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await service.Admin.PostAsJsonAsync($"/api/v1/environments/{key}/servers", server, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.Admin.PatchAsJsonAsync($"/api/v1/environments/{key}", new { launchPolicy = "ControllerOnly" }, Cancellation)).StatusCode);
        var all = await service.Admin.GetFromJsonAsync<JsonElement>("/api/v1/environments", Cancellation);
        var production = all.EnumerateArray().Single(e => e.GetProperty("name").GetString() == "Production");
        Assert.Equal(("10.0.0.7", "ControllerOnly"), (production.GetProperty("internalAddress").GetString(), production.GetProperty("launchPolicy").GetString()));
        var id = production.GetProperty("servers")[0].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NoContent, (await service.Admin.DeleteAsync($"/api/v1/environments/{key}/servers/{id}", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Names_are_unique_and_words_are_checked()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await service.Admin.PostAsJsonAsync("/api/v1/environments", new { name = "Development" }, Cancellation)).StatusCode);
        foreach (var wrong in new object[] { new { name = " " }, new { launchPolicy = "AnyFrontEnd" }, new { name = "A", launchPolicy = "Nobody" }, new { name = "A", launchPolicy = "ControllerOnly" }, new { name = "A", internalAddress = "not an address" } })
            Assert.Equal(HttpStatusCode.BadRequest, (await service.Admin.PostAsJsonAsync("/api/v1/environments", wrong, Cancellation)).StatusCode);
    }
}
