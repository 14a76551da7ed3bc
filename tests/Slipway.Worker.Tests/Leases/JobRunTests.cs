using System.Net;
using System.Net.Http.Json;
using System.Text;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;
using Slipway.Worker.Leases;

namespace Slipway.Worker.Tests.Leases;

/// <summary>One build, seen from a service that is well, away, or has given the build to somebody else.</summary>
public sealed class JobRunTests : IDisposable
{
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private readonly FakeService _service = new();
    private readonly FakeBuild _build = new();
    private readonly ObservedTime _time = new();
    private readonly EventList _events = new();
    private readonly List<bool> _judgements = [];
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _service.Dispose();
        _build.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task The_package_is_uploaded_and_then_the_build_is_complete()
    {
        var run = await BeginAsync(TimeProvider.System);
        _build.End.SetResult(_build.Success("package"));
        var upload = await _service.NextAsync("artifacts");
        var completion = await _service.NextAsync<CompleteRequest>("complete");
        await run;
        Assert.Equal("package", Encoding.UTF8.GetString(upload));
        Assert.Equal(("binary", "notes 1.apk", 7), (completion.Artifacts[0].Kind, completion.Artifacts[0].Name, completion.Artifacts[0].Size));
        Assert.Equal(("com.example.notes", 10000), (completion.Facts.AppIdentifier, completion.Facts.VersionCode!.Value));
        Assert.Equal(12, completion.Timings["package"]);
        await _events.NextAsync(WorkerEventKind.Finished);
    }

    [Theory]
    [InlineData(int.MinValue, 1)]
    [InlineData(0, 1)]
    [InlineData(30, 30)]
    [InlineData(int.MaxValue, 30 * 24 * 3600)]
    public void A_lease_is_as_long_as_it_can_be(int said, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), LeaseRenewer.LengthOf(FakeBuild.NewJob() with { LeaseSeconds = said }));

    [Fact]
    public async Task A_lease_that_is_lost_ends_the_build_and_nothing_is_uploaded()
    {
        _service.Answer = call => call == "renew" ? FakeService.Status(HttpStatusCode.Conflict) : null;
        var run = await BeginAsync(_time);
        await RenewAsync();
        await run;
        Assert.True(_build.Cancellation.IsCancellationRequested);
        _service.PassOver();
        Assert.DoesNotContain(_service.Calls, c => c.Call is "artifacts" or "complete" or "fail");
        await _events.NextAsync(WorkerEventKind.Lost);
    }

    [Fact]
    public async Task An_upload_that_comes_too_late_is_the_last_of_it()
    {
        _service.Answer = call => call == "artifacts" ? FakeService.Status(HttpStatusCode.Conflict) : null;
        var run = await BeginAsync(TimeProvider.System);
        _build.End.SetResult(_build.Success("package"));
        await run;
        _service.PassOver();
        Assert.DoesNotContain(_service.Calls, c => c.Call is "complete" or "fail");
        await _events.NextAsync(WorkerEventKind.Lost);
    }

    [Fact]
    public async Task While_the_service_is_away_the_build_goes_on()
    {
        var isAway = true;
        _service.Answer = call => isAway && call != "messages" ? FakeService.Status(HttpStatusCode.ServiceUnavailable) : null;
        var run = await BeginAsync(_time);
        await RenewAsync();
        for (var pause = 0; pause < 6; pause++)
        {
            await _time.SomebodyWaitsAsync(TimeSpan.FromMilliseconds(250));
            _time.Advance(TimeSpan.FromSeconds(5));
            await _service.NextAsync("renew");
        }

        Assert.False(_build.Cancellation.IsCancellationRequested);
        isAway = false;
        _build.End.SetResult(_build.Success("package"));
        await PassTimeUntilAsync(run);
        _service.PassOver();
        Assert.Equal("complete", _service.Calls.Last(c => c.Call != "renew").Call);
    }

    [Fact]
    public async Task When_the_service_stays_away_the_build_is_given_up()
    {
        _service.Answer = call => call == "renew" ? FakeService.Status(HttpStatusCode.ServiceUnavailable) : null;
        var run = await BeginAsync(_time);
        await RenewAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        await PassTimeUntilAsync(run);
        Assert.True(_build.Cancellation.IsCancellationRequested);
        await _events.NextAsync(WorkerEventKind.Lost);
    }

    [Fact]
    public async Task Renewals_whose_answers_never_end_are_no_renewals()
    {
        _service.Answer = call => call == "renew" ? FakeService.Stalled() : null;
        var run = await BeginAsync(_time, TimeSpan.FromMilliseconds(50));
        await RenewAsync();
        _time.Advance(TimeSpan.FromMinutes(5));
        await PassTimeUntilAsync(run);
        await _events.NextAsync(WorkerEventKind.Lost);
    }

    [Fact]
    public async Task A_package_that_never_gets_through_is_given_back()
    {
        _service.Answer = call => call == "artifacts" ? FakeService.Status(HttpStatusCode.BadGateway) : null;
        var run = await BeginAsync(_time);
        _build.End.SetResult(_build.Success("package"));
        await PassTimeUntilAsync(run);
        var failure = await _service.NextAsync<FailRequest>("fail");
        Assert.Equal((true, "SLW-SBX-10002"), (failure.Retry, failure.Problems[0].Code));
    }

    [Fact]
    public async Task A_process_that_does_not_end_is_told_to_whoever_runs_the_worker()
    {
        var run = await BeginAsync(TimeProvider.System);
        _build.End.SetResult(FakeBuild.Failure(BuildEnd.Unavailable, SandboxProblems.Stuck.At("worker", "It does not end.")));
        await run;
        Assert.Contains(SandboxProblems.Stuck.Code, (await _events.NextAsync(WorkerEventKind.Stuck)).Detail, StringComparison.Ordinal);
        Assert.Contains(false, _judgements);
    }

    [Theory]
    [InlineData("renew")]
    [InlineData("messages")]
    public async Task Somebody_who_cancels_is_heard_with_every_answer(string call)
    {
        _service.Answer = c => c == call ? new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new LeaseAnswer(true)) } : null;
        var run = await BeginAsync(_time);
        await PassTimeUntilAsync(run);
        var failure = await _service.NextAsync<FailRequest>("fail");
        Assert.Equal((true, false), (failure.Cancelled, failure.Retry));
        Assert.True(_build.Cancellation.IsCancellationRequested);
        await _events.NextAsync(WorkerEventKind.Cancelled);
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_the_build_back()
    {
        var run = await BeginAsync(TimeProvider.System);
        await _stop.CancelAsync();
        await run;
        var failure = await _service.NextAsync<FailRequest>("fail");
        Assert.Equal((true, true, "SLW-HST-50005"), (failure.Cancelled, failure.Retry, failure.Problems[0].Code));
        await _events.NextAsync(WorkerEventKind.Stopped);
    }

    [Theory]
    [InlineData(BuildEnd.Refused, false)]
    [InlineData(BuildEnd.Stopped, false)]
    [InlineData(BuildEnd.Crashed, true)]
    [InlineData(BuildEnd.Unavailable, true)]
    public async Task Only_what_another_worker_may_do_better_is_tried_again(BuildEnd end, bool retry)
    {
        var run = await BeginAsync(TimeProvider.System);
        _build.End.SetResult(FakeBuild.Failure(end, GeneralProblems.DiskFull.At("worker", "There is no space left.")));
        var failure = await _service.NextAsync<FailRequest>("fail");
        await run;
        Assert.Equal((retry, false, "SLW-GEN-50001"), (failure.Retry, failure.Cancelled, failure.Problems[0].Code));
        Assert.Equal([end != BuildEnd.Unavailable], _judgements);
    }

    [Fact]
    public async Task A_full_disk_around_the_build_is_tried_elsewhere()
    {
        var run = await BeginAsync(TimeProvider.System);
        _build.End.SetException(new IOException("No space left on device", unchecked((int)0x8007_0000) | 28));
        var failure = await _service.NextAsync<FailRequest>("fail");
        await run;
        Assert.Equal((true, "SLW-GEN-50001"), (failure.Retry, failure.Problems[0].Code));
        Assert.Equal([false], _judgements);
    }

    [Fact]
    public async Task The_workers_token_is_a_secret_of_every_build()
    {
        var run = await BeginAsync(TimeProvider.System);
        Assert.Contains("slw_token", _build.Job.Secrets);
        _build.End.SetResult(_build.Success("package"));
        await run;
    }

    private async Task<Task> BeginAsync(TimeProvider time, TimeSpan? patience = null)
    {
        var job = new JobRun(_service.Client(patience), _build.RunAsync, new WorkerOptions("slw_token") { Name = "here" }, time, _events, _judgements.Add);
        var run = job.RunAsync(FakeBuild.NewJob(), _stop.Token);
        await _build.Begun;
        return run;
    }

    private async Task RenewAsync()
    {
        await _time.SomebodyWaitsAsync(Renewal);
        _time.Advance(Renewal);
        await _service.NextAsync("renew");
    }

    private async Task PassTimeUntilAsync(Task run)
    {
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, _time.SomebodyWaitsAsync(TimeSpan.FromMilliseconds(1)));
            _time.Advance(Renewal);
        }

        await run;
    }
}
