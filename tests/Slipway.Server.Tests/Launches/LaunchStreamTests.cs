using System.Net.Http.Json;
using System.Text.Json;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Launches;

public sealed class LaunchStreamTests
{
    private readonly SampleApp _app = new();

    [Fact]
    public async Task A_launch_can_be_followed_on_its_own_connection_to_the_end_of_all_its_builds()
    {
        await using var service = await TestService.StartAsync();
        await _app.LaunchAsync(service.Admin);
        using var worker = await TestWorker.JoinAsync(service);
        await worker.CompleteAsync((await worker.ClaimAsync())!);
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = JsonContent.Create(_app.Request) };
        message.Headers.TryAddWithoutValidation("Accept", "text/event-stream, application/json;q=0.9");
        using var answer = await service.Admin.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("event: launch", await lines.ReadLineAsync());
        var launch = JsonDocument.Parse((await lines.ReadLineAsync())!["data: ".Length..]).RootElement;
        Assert.Equal("Started", launch.GetProperty("state").GetString());
        var job = (await worker.ClaimAsync())!;
        Assert.Equal(launch.GetProperty("builds")[0].GetProperty("key").GetGuid(), job.Build);
        await worker.SayAsync(job, "a line");
        await worker.CompleteAsync(job);
        var rest = await lines.ReadToEndAsync();
        Assert.Contains("a line", rest, StringComparison.Ordinal);
        Assert.Contains("event: end", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_launch_that_lacks_contents_is_answered_with_json()
    {
        await using var service = await TestService.StartAsync();
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/v1/launches") { Content = JsonContent.Create(_app.Request) };
        message.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var answer = await service.Admin.SendAsync(message);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
    }
}
