using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Slipway.Protocol.Builds;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Events;

public sealed class EventTests
{
    private readonly SampleApp _app = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_is_told_from_its_first_line_to_its_end()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        using var answer = await OpenAsync(service.Admin, build.Url + "/events");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
        await using var events = Read(answer).GetAsyncEnumerator(Cancellation);
        Assert.Equal("Waiting", (await NextAsync(events, "status")).Text("status"));
        var job = (await worker.ClaimAsync())!;
        Assert.Equal("Validating", (await NextAsync(events, "status")).Text("status"));
        await worker.SayAsync(job, "one");
        Assert.Equal("one", (await NextAsync(events, "message")).Text("message"));
        await worker.SayAsync(job, BuildStatus.Building, "two");
        Assert.Equal("two", (await NextAsync(events, "message")).Text("message"));
        Assert.Equal("Building", (await NextAsync(events, "status")).Text("status"));
        await worker.CompleteAsync(job);
        Assert.Equal("Finished", (await NextAsync(events, "status")).Text("status"));
        Assert.Equal(build.Key.ToString(), (await NextAsync(events, "end")).Text("key"));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task A_stream_goes_on_after_the_last_event_that_was_received()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var job = (await worker.ClaimAsync())!;
        await worker.SayAsync(job, [.. Enumerable.Range(1, 700).Select(i => $"line {i}")]);
        await worker.CompleteAsync(job);
        var all = await AllAsync(service.Admin, build.Url + "/events");
        Assert.Equal(Enumerable.Range(1, 700).Select(i => $"line {i}"), Messages(all));
        var half = all.First(item => item.EventType == "message" && item.Data.Text("message") == "line 350");
        var rest = await AllAsync(service.Admin, build.Url + "/events", half.EventId);
        Assert.Equal(Enumerable.Range(351, 350).Select(i => $"line {i}"), Messages(rest));
        Assert.Equal(["status", "end"], (await AllAsync(service.Admin, build.Url + "/events", all[^1].EventId)).Select(item => item.EventType));
    }

    [Fact]
    public async Task Several_builds_are_told_in_one_stream_until_each_has_ended()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var launches = new[] { await _app.LaunchAsync(service.Admin), await _app.LaunchAsync(service.Admin) };
        var keys = launches.Select(launch => launch.Builds[0].Key).ToList();
        var path = $"/api/v1/builds/events?key={keys[0]}&key={keys[1]}";
        using var answer = await OpenAsync(service.Admin, path);
        foreach (var name in new[] { "a", "b" })
        {
            var job = (await worker.ClaimAsync())!;
            await worker.SayAsync(job, name);
            await worker.CompleteAsync(job);
        }

        List<SseItem<JsonElement>> all = [];
        await foreach (var item in Read(answer))
            all.Add(item);
        Assert.Equal(keys.Order(), all.Where(item => item.EventType == "end").Select(item => Guid.Parse(item.Data.Text("key"))).Order());
        Assert.Equal(["a", "b"], Messages(all).Order());
        Assert.Equal("1.1", all[^1].EventId);
        Assert.Equal(2, Messages(await AllAsync(service.Admin, path, "0.0")).Count());
        Assert.Single(Messages(await AllAsync(service.Admin, path, "1.0")));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("1.2")]
    [InlineData("99999999999999999999")]
    public async Task An_id_of_another_stream_is_refused(string last)
    {
        await using var service = await TestService.StartAsync();
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        using var answer = await OpenAsync(service.Admin, build.Url + "/events", last);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_line_that_looks_like_an_event_stays_a_line()
    {
        await using var service = await TestService.StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var job = (await worker.ClaimAsync())!;
        string[] hostile = ["a\n\nevent: end\ndata: {}\n\n", "\r\rdata: x", "\u2028id: 9", "{\"status\":\"Finished\"}", "</script>"];
        await worker.SayAsync(job, hostile);
        await worker.CompleteAsync(job);
        var all = await AllAsync(service.Admin, build.Url + "/events");
        Assert.Equal(hostile.Length, Messages(all).Count());
        Assert.Equal(["message", "message", "message", "message", "message", "status", "end"], all.Select(item => item.EventType));
        Assert.Contains(@"a\n\nevent: end\ndata: {}\n\n", Messages(all));
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams()
    {
        await using var service = await TestService.StartAsync();
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        using var answer = await OpenAsync(service.Admin, build.Url + "/events");
        await using var events = Read(answer).GetAsyncEnumerator(Cancellation);
        await NextAsync(events, "status");
        await service.App.StopAsync(Cancellation);
        Assert.False(await events.MoveNextAsync());
    }

    private static IEnumerable<string> Messages(IEnumerable<SseItem<JsonElement>> events) => events.Where(item => item.EventType == "message").Select(item => item.Data.Text("message"));

    private static async Task<List<SseItem<JsonElement>>> AllAsync(HttpClient client, string path, string? last = null)
    {
        using var answer = await OpenAsync(client, path, last);
        List<SseItem<JsonElement>> all = [];
        await foreach (var item in Read(answer))
            all.Add(item);
        return all;
    }

    private static Task<HttpResponseMessage> OpenAsync(HttpClient client, string path, string? last = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    private static async IAsyncEnumerable<SseItem<JsonElement>> Read(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await foreach (var item in SseParser.Create(body, (_, data) => JsonSerializer.Deserialize<JsonElement>(data)).EnumerateAsync(Cancellation))
            yield return item;
    }

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<SseItem<JsonElement>> events, string kind)
    {
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(kind, events.Current.EventType);
        return events.Current.Data;
    }
}
