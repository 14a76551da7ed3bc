using Slipway.Protocol.Problems;
using Slipway.Server.Queue;

namespace Slipway.Server.Tests.Queue;

/// <summary>How builds are cancelled and begun again, whichever database keeps them.</summary>
public abstract class CancellationConformance : DatabaseConformance
{
    [Fact]
    public async Task A_build_that_waits_is_cancelled_at_once_and_again_without_harm()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        await CancelAsync(organisation, build);
        await CancelAsync(organisation, build);
        Assert.Equal(BuildState.Cancelled, await Queue.StateAsync(build));
        Assert.Null(await Queue.ClaimAsync(await Queue.WorkerAsync()));
        Assert.Equal(["The build was cancelled."], await Queue.LogAsync(build));
        Assert.Equal(1, await Queue.ScalarAsync<long>("SELECT count(*) FROM audit WHERE action = 'build.cancel'"));
    }

    [Fact]
    public async Task A_worker_is_told_that_its_build_is_cancelled_and_what_it_still_brings_is_not_published()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var worker = await Queue.WorkerAsync();
        var claimed = (await Queue.ClaimAsync(worker))!;
        var lease = TestQueue.LeaseOf(worker, claimed);
        Assert.False((await Queue.Leases.RenewAsync(lease, Cancellation)).CancelRequested);
        await CancelAsync(organisation, build);
        Assert.Equal(BuildState.Leased, await Queue.StateAsync(build));
        Assert.True((await Queue.Leases.RenewAsync(lease, Cancellation)).CancelRequested);
        Assert.True((await Queue.Results.ReportAsync(lease, null, [], null, Cancellation)).CancelRequested);
        await Queue.UploadAsync(organisation, claimed, "abc");
        Assert.True((await Queue.Results.CompleteAsync(lease, TestQueue.Success("abc"), Cancellation)).CancelRequested);
        Assert.Equal(BuildState.Cancelled, await Queue.StateAsync(build));
        Assert.Empty(await Queue.PublishedAsync(build));
    }

    [Fact]
    public async Task A_worker_that_dies_while_it_cancels_leaves_a_cancelled_build()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        await Queue.ClaimAsync(await Queue.WorkerAsync());
        await CancelAsync(organisation, build);
        await Queue.LapseAsync(build);
        Assert.Equal(1, await Queue.SweepAsync());
        Assert.Equal(BuildState.Cancelled, await Queue.StateAsync(build));
    }

    [Fact]
    public async Task A_cancellation_that_races_a_claim_ends_the_build_or_is_told_to_the_worker()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var builds = await Queue.EnqueueAsync(organisation, 100);
        var other = Another();
        var claiming = Task.Run(() => ClaimAllAsync(other));
        foreach (var build in builds.Reverse())
            await CancelAsync(organisation, build);
        var claimed = await claiming;
        foreach (var build in builds)
            Assert.Equal(claimed.Contains(build) ? BuildState.Leased : BuildState.Cancelled, await Queue.StateAsync(build));
        Assert.Equal(100, await Queue.ScalarAsync<long>("SELECT count(*) FROM builds WHERE cancel_requested_at IS NOT NULL"));
    }

    [Fact]
    public async Task A_build_of_somebody_else_is_not_there()
    {
        var (mine, theirs) = (await Queue.OrganisationAsync("Mine"), await Queue.OrganisationAsync("Theirs"));
        var build = await Queue.EnqueueAsync(theirs);
        foreach (var act in new Func<Task>[] { () => CancelAsync(mine, build), () => RetryAsync(mine, build) })
            Assert.Equal("SLW-SRV-40401", (await Assert.ThrowsAsync<ProblemException>(act)).Problems[0].Code);
        Assert.Equal(BuildState.Queued, await Queue.StateAsync(build));
    }

    [Fact]
    public async Task A_failed_build_is_begun_again_as_a_new_one_and_others_are_not()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation, "iOS");
        Assert.Equal("SLW-SRV-40904", (await Assert.ThrowsAsync<ProblemException>(() => RetryAsync(organisation, build))).Problems[0].Code);
        await CancelAsync(organisation, build);
        var again = await RetryAsync(organisation, build);
        var claimed = await Queue.ClaimAsync(await Queue.WorkerAsync());
        Assert.Equal((again, "iOS", 1), (claimed!.Key, claimed.Platform, claimed.Attempt));
        Assert.Equal(BuildState.Cancelled, await Queue.StateAsync(build));
    }

    [Fact]
    public async Task A_build_that_is_begun_again_asks_for_what_the_first_one_asked_for()
    {
        string[] own = ["key", "state", "status", "turn", "created_at", "cancel_requested_at", "finished_at", "message_count", "outcome"];
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        await Queue.ExecuteAsync(
            """
            UPDATE builds SET build_type = 'Release', framework = 'Web', version_locked = 1, app_identifier = 'org.example.app', version_number = '1.2', version_code = 7,
                request = '{"options": {}, "unknown": 1}', priority = 3, channel = 'IDE'
            """);
        await CancelAsync(organisation, build);
        var again = await RetryAsync(organisation, build);
        var (first, second) = (await Queue.RowAsync(build), await Queue.RowAsync(again));
        foreach (var column in own)
            second[column] = first[column];
        Assert.Equal(first, second);
    }

    private Task CancelAsync(string organisation, string build) => Queue.Cancellations.CancelAsync(TestQueue.CallerOf(organisation), build, Cancellation);

    private Task<string> RetryAsync(string organisation, string build) => Queue.Cancellations.RetryAsync(TestQueue.CallerOf(organisation), build, Cancellation);
}
