using Microsoft.AspNetCore.Http;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Tests.Client;

public sealed class FollowerTests
{
    private readonly Guid _build = Guid.NewGuid();
    private readonly List<string> _requests = [];
    private readonly TaskCompletionSource _seen = new();

    [Fact]
    public async Task After_a_cut_it_goes_on_where_it_was_and_says_nothing_twice()
    {
        await using var stub = await StubService.StartAsync(async context =>
        {
            _requests.Add($"{context.Request.Path.Value!.Split('/')[^1]} {context.Request.Headers["Last-Event-ID"]}".TrimEnd());
            var first = _requests.Count == 1;
            await SendAsync(context, first ? 1 : 2);
            await SendAsync(context, first ? 2 : 3);
            if (first)
            {
                await _seen.Task;
                context.Abort();
            }
            else
            {
                await Json.SendAsync(context, "end", Build(BuildStatus.Finished));
            }
        });
        Assert.Equal(["1", "2", "3", "Finished"], await FollowAsync(stub));
        Assert.Equal(["events", "events 2"], _requests);
    }

    [Fact]
    public async Task Events_that_are_held_back_on_the_way_do_not_hide_the_end()
    {
        await using var stub = await StubService.StartAsync(async context =>
        {
            if (context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal))
                context.Response.ContentType = "text/event-stream";
            else
                await Json.WriteAsync(context, Build(BuildStatus.Error));
        });
        Assert.Equal(["Error"], await FollowAsync(stub));
    }

    [Fact]
    public async Task A_service_that_is_gone_for_good_is_told()
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            _requests.Add("");
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        var failure = await Assert.ThrowsAsync<ProblemException>(() => FollowAsync(stub));
        Assert.Equal(NetworkProblems.Unavailable, failure.Problems[0].Kind);
        Assert.InRange(_requests.Count, 3, 20);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        await using var stub = await StubService.StartAsync(context =>
        {
            _requests.Add("");
            context.Response.StatusCode = 404;
            context.Response.ContentType = "application/problem+json";
            return context.Response.WriteAsync("""{"problems":[{"code":"SLW-SRV-40401","severity":"Error","where":"w","message":"m","remedy":"r","blame":"User"}]}""");
        });
        await Assert.ThrowsAsync<ProblemException>(() => FollowAsync(stub));
        Assert.Single(_requests);
    }

    private Task SendAsync(HttpContext context, long number) =>
        Json.SendAsync(context, "message", new BuildMessage(_build, number, DateTimeOffset.UnixEpoch, "Notice", null, null, $"{number}"));

    private BuildDescription Build(BuildStatus status) => new()
    {
        Key = _build,
        ApplicationKey = Guid.Empty,
        Application = "App",
        EnvironmentKey = Guid.Empty,
        BuildKey = Guid.Empty,
        Revision = 1,
        Platform = MobilePlatform.Android,
        Status = status,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private async Task<List<string>> FollowAsync(StubService stub)
    {
        var news = new List<string>();
        await foreach (var happened in new BuildFollower(stub.Connection, StubService.AtOnce).FollowAsync([_build], null, TestContext.Current.CancellationToken))
        {
            news.Add(happened is BuildEvent.Logged logged ? logged.Message.Message : ((BuildEvent.Ended)happened).Build.Status.ToString());
            if (news[^1] == "2")
                _seen.TrySetResult();
        }

        return news;
    }
}
