using System.Net;
using System.Net.Http.Json;
using Slipway.Protocol;
using Slipway.Protocol.Builds;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Builds;

public sealed class BuildEndpointTests
{
    private readonly SampleApp _app = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_begins_with_the_newest_and_shows_what_was_asked_for()
    {
        await using var service = await TestService.StartAsync();
        List<Guid> keys = [];
        for (var i = 0; i < 5; i++)
            keys.Insert(0, (await _app.LaunchAsync(service.Admin, _app.Request with { Application = i % 2 == 0 ? "Even" : "Odd" })).Builds[0].Key);
        Assert.Equal(keys, (await ListAsync(service.Admin, "")).Results.Select(build => build.Key));
        var part = await ListAsync(service.Admin, "offset=1&limit=2");
        Assert.Equal(keys[1..3], part.Results.Select(build => build.Key));
        Assert.Equal(5, part.Total);
        Assert.Equal([keys[1], keys[3]], (await ListAsync(service.Admin, "application=Odd")).Results.Select(build => build.Key));
        Assert.Equal(5, (await ListAsync(service.Admin, "platform=android&status=Waiting&environment=Development")).Total);
        Assert.Equal(0, (await ListAsync(service.Admin, "status=Finished")).Total);
        Assert.Equal(3, (await ListAsync(service.Admin, $"buildKey={part.Results[1].BuildKey}")).Total);
        await service.Admin.GetAsync("/api/v1/builds?status=1", HttpStatusCode.BadRequest);
        await service.Admin.GetAsync("/api/v1/builds?limit=101", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Somebody_elses_build_is_not_there_whatever_one_does()
    {
        await using var service = await TestService.StartAsync();
        using var stranger = await service.OrganisationAsync("Other");
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        foreach (var path in new[] { "", "/log", "/events" })
            await stranger.GetAsync(build.Url + path, HttpStatusCode.NotFound);
        foreach (var path in new[] { "/cancel", "/retry" })
            await stranger.PostAsync(build.Url + path, new { }, HttpStatusCode.NotFound);
        await stranger.GetAsync($"/api/v1/builds/events?key={build.Key}", HttpStatusCode.NotFound);
        Assert.Equal(0, (await ListAsync(stranger, "")).Total);
    }

    [Fact]
    public async Task Cancelling_is_said_twice_without_harm_and_a_cancelled_build_can_be_begun_again()
    {
        await using var service = await TestService.StartAsync();
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        for (var i = 0; i < 2; i++)
        {
            var cancelled = await service.Admin.PostAsync(build.Url + "/cancel", new { }, HttpStatusCode.OK);
            Assert.Equal(("Error", "True"), (cancelled.Text("status"), cancelled.Text("cancelled")));
        }

        var again = await service.Admin.PostAsync(build.Url + "/retry", new { });
        Assert.Equal("Waiting", again.Text("status"));
        Assert.NotEqual(build.Key.ToString(), again.Text("key"));
    }

    [Fact]
    public async Task A_log_is_text_with_times_and_no_line_of_a_stranger_becomes_two()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var job = (await worker.ClaimAsync())!;
        await worker.SayAsync(job, "first", "two\r\nlines", "\u001b]0;title\u0007", new string('x', 100_000));
        using var answer = await service.Admin.GetAsync(build.Url + "/log", Cancellation);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        var lines = (await answer.Content.ReadAsStringAsync(Cancellation)).Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z Notice  package first$", lines[0]);
        Assert.EndsWith(@"two\r\nlines", lines[1]);
        Assert.EndsWith(@"\u001b]0;title\u0007", lines[2]);
        Assert.InRange(lines[3].Length, 4000, 4300);
    }

    [Fact]
    public async Task What_earlier_builds_took_tells_when_the_next_will_end()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var first = (await _app.LaunchAsync(service.Admin)).Builds[0];
        Assert.Null((await service.Admin.GetFromJsonAsync<BuildDescription>(first.Url, Cancellation))!.EstimatedFinishAt);
        await worker.CompleteAsync((await worker.ClaimAsync())!);
        var (second, third) = ((await _app.LaunchAsync(service.Admin)).Builds[0], (await _app.LaunchAsync(service.Admin)).Builds[0]);
        await worker.ClaimAsync();
        var running = (await service.Admin.GetFromJsonAsync<BuildDescription>(second.Url, Cancellation))!;
        var waiting = (await service.Admin.GetFromJsonAsync<BuildDescription>(third.Url, Cancellation))!;
        Assert.True(running.EstimatedFinishAt >= running.StartedAt);
        Assert.True(waiting.EstimatedFinishAt >= waiting.CreatedAt);
    }

    private static async Task<Page<BuildDescription>> ListAsync(HttpClient client, string query) =>
        (await client.GetFromJsonAsync<Page<BuildDescription>>("/api/v1/builds?" + query, Cancellation))!;
}
