using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Slipway.Server.Tests.Access;

public sealed class UnknownIdAuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_guesses_an_id_is_in_the_trail()
    {
        await using var service = await TestService.StartAsync();
        var guess = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Admin.PatchAsJsonAsync($"/api/v1/applications/{guess}", new { name = "theirs" }, Cancellation)).StatusCode);
        var trail = await service.Admin.GetFromJsonAsync<JsonElement>("/api/v1/audit", Cancellation);
        var entry = Assert.Single(trail.GetProperty("results").EnumerateArray());
        Assert.Equal(("id.missed", guess.ToString()), (entry.GetProperty("action").GetString(), entry.GetProperty("subject").GetString()));
    }

    [Fact]
    public async Task Many_guesses_of_a_minute_are_one_entry_that_counts_them()
    {
        const int Guesses = 12;
        await using var service = await TestService.StartAsync();
        for (var i = 0; i < Guesses; i++)
            await service.Admin.GetAsync($"/api/v1/builds/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        var entries = (await service.Admin.GetAsync("/api/v1/audit", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().ToList();
        // The minute may end in between.
        Assert.InRange(entries.Count, 1, 2);
        Assert.Equal(Guesses, entries.Sum(entry => entry.GetProperty("times").GetInt32()));
    }

    [Fact]
    public async Task Guesses_of_another_token_are_another_entry()
    {
        await using var service = await TestService.StartAsync();
        using var other = await service.TokenAsync(service.Admin, "builds.read");
        await service.Admin.GetAsync($"/api/v1/builds/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        await other.GetAsync($"/api/v1/builds/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        var entries = (await service.Admin.GetAsync("/api/v1/audit", HttpStatusCode.OK)).GetProperty("results").EnumerateArray().Where(e => e.Text("action") == "id.missed");
        Assert.Equal(2, entries.Select(entry => entry.Text("actor")).Distinct().Count());
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_no_guess()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Admin.GetAsync("/api/v1/nothing", Cancellation)).StatusCode);
        var trail = await service.Admin.GetFromJsonAsync<JsonElement>("/api/v1/audit", Cancellation);
        Assert.Equal(0, trail.GetProperty("results").GetArrayLength());
    }
}
