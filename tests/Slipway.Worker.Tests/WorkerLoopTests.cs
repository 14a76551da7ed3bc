using System.Net;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;
using Slipway.Worker.Tests.Leases;

namespace Slipway.Worker.Tests;

public sealed class WorkerLoopTests : IDisposable
{
    private readonly FakeService _service = new();
    private readonly EventList _events = new();
    private readonly CancellationTokenSource _drain = new();
    private readonly FakeBuild _build = new();

    public void Dispose()
    {
        _service.Dispose();
        _drain.Dispose();
        _build.Dispose();
    }

    [Fact]
    public async Task A_worker_that_drains_ends_its_build_and_leaves()
    {
        var run = StartAsync();
        _service.Offer(FakeBuild.NewJob());
        await _build.Begun;
        await _drain.CancelAsync();
        await _events.NextAsync(WorkerEventKind.Draining);
        Assert.False(run.IsCompleted);
        Assert.False(_build.Cancellation.IsCancellationRequested);
        _build.End.SetResult(_build.Success("package"));
        await run;
        _service.PassOver();
        Assert.Equal(["complete", "leave"], _service.Calls.Select(c => c.Call).Where(c => c is "complete" or "fail" or "leave"));
    }

    [Fact]
    public async Task A_build_that_does_not_end_in_time_is_given_back()
    {
        var run = StartAsync(new WorkerOptions("token") { Slots = 1, Drain = TimeSpan.FromMilliseconds(1) });
        _service.Offer(FakeBuild.NewJob());
        await _build.Begun;
        await _drain.CancelAsync();
        await run;
        _service.PassOver();
        Assert.Equal(["fail", "leave"], _service.Calls.Select(c => c.Call).Where(c => c is "complete" or "fail" or "leave"));
    }

    [Fact]
    public async Task No_more_builds_run_than_there_are_slots()
    {
        var running = 0;
        var most = 0;
        var run = StartAsync(new WorkerOptions("token") { Slots = 2 }, async (job, events, cancellation) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return FakeBuild.Failure(BuildEnd.Refused, GeneralProblems.PackageInvalid.At("x", "No."));
        });
        for (var i = 0; i < 20; i++)
            _service.Offer(FakeBuild.NewJob());
        for (var i = 0; i < 20; i++)
            await _events.NextAsync(WorkerEventKind.Failed);
        await _drain.CancelAsync();
        await run;
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task A_worker_that_is_not_able_to_build_leaves_the_next_build_to_others_for_a_while()
    {
        var time = new ObservedTime();
        var builds = 0;
        var run = StartAsync(
            new WorkerOptions("token") { Slots = 2 },
            (_, _, _) => Task.FromResult(Interlocked.Increment(ref builds) == 1 ? FakeBuild.Failure(BuildEnd.Unavailable, GeneralProblems.DiskFull.At("worker", "Full.")) : _build.Success("package")),
            time);
        _service.Offer(LongJob());
        await _service.NextAsync("fail");
        _service.Offer(LongJob());
        Assert.Equal(1, builds);
        var built = _service.NextAsync("complete");
        while (!built.IsCompleted)
        {
            await Task.WhenAny(built, time.SomebodyWaitsAsync(TimeSpan.FromMilliseconds(1)));
            time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(2, builds);
        await _drain.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_worker_that_was_forgotten_joins_again()
    {
        var forgotten = 1;
        _service.Answer = call => call == "claim" && Interlocked.Exchange(ref forgotten, 0) == 1 ? NotFound() : null;
        var run = StartAsync();
        await _events.NextAsync(WorkerEventKind.Ready);
        await _events.NextAsync(WorkerEventKind.Ready);
        _service.Offer(FakeBuild.NewJob());
        await _build.Begun;
        _build.End.SetResult(_build.Success("package"));
        await _events.NextAsync(WorkerEventKind.Finished);
        await _drain.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_service_that_is_away_is_waited_for()
    {
        var refusals = 2;
        _service.Answer = call => call == "register" && refusals-- > 0 ? FakeService.Status(HttpStatusCode.BadGateway) : null;
        var run = StartAsync();
        await _events.NextAsync(WorkerEventKind.Unreachable);
        await _events.NextAsync(WorkerEventKind.Ready);
        await _drain.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_claim_whose_answer_never_ends_is_made_again()
    {
        var stalls = 1;
        _service.Answer = call => call == "claim" && Interlocked.Exchange(ref stalls, 0) == 1 ? FakeService.Stalled() : null;
        var run = StartAsync(patience: TimeSpan.FromMilliseconds(200));
        await _events.NextAsync(WorkerEventKind.Unreachable);
        _service.Offer(FakeBuild.NewJob());
        await _build.Begun;
        _build.End.SetResult(_build.Success("package"));
        await _events.NextAsync(WorkerEventKind.Finished);
        await _drain.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_build_that_never_ends_does_not_keep_the_worker_from_ending()
    {
        var time = new ObservedTime();
        var begun = new TaskCompletionSource();
        var run = StartAsync(build: (_, _, _) =>
        {
            begun.SetResult();
            return new TaskCompletionSource<BuildOutcome>().Task;
        }, time: time);
        _service.Offer(FakeBuild.NewJob());
        await begun.Task;
        await _drain.CancelAsync();
        await _events.NextAsync(WorkerEventKind.Draining);
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, time.SomebodyWaitsAsync(TimeSpan.FromMilliseconds(1)));
            time.Advance(TimeSpan.FromMinutes(1));
        }

        await run;
        Assert.StartsWith("1 of 1", (await _events.NextAsync(WorkerEventKind.Stuck)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_is_refused_says_why()
    {
        _service.Answer = _ => Problem(HttpStatusCode.Unauthorized, ServiceProblems.TokenMissing);
        var run = StartAsync();
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => run);
        Assert.Same(ServiceProblems.TokenMissing, Assert.Single(refusal.Problems).Kind);
    }

    private static HttpResponseMessage NotFound() => Problem(HttpStatusCode.NotFound, ServiceProblems.NotFound);

    private static HttpResponseMessage Problem(HttpStatusCode status, ProblemKind kind) => new(status)
    {
        Content = new StringContent(
            $$"""{"problems":[{"code":"{{kind.Code}}","severity":"Error","where":"x","message":"No.","remedy":"None.","blame":"User"}]}""", null, "application/problem+json"),
    };

    // The clock moves on faster than the build does, which must not lose its lease by that.
    private static WorkerJob LongJob() => FakeBuild.NewJob() with { LeaseSeconds = (int)TimeSpan.FromDays(30).TotalSeconds };

    private async Task StartAsync(WorkerOptions? options = null, Worker.Leases.BuildJobAsync? build = null, TimeProvider? time = null, TimeSpan? patience = null)
    {
        using var worker = new WorkerLoop(options ?? new WorkerOptions("token") { Slots = 1 }, _service.Client(patience), build ?? _build.RunAsync, time ?? TimeProvider.System, _events);
        await worker.RunAsync(_drain.Token);
    }
}
