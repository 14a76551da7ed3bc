using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Queue;

namespace Slipway.Server.Tests.Queue;

/// <summary>What a queue has to be, whichever database keeps it.</summary>
public abstract class QueueConformance : DatabaseConformance
{
    [Fact]
    public async Task A_build_is_claimed_once_by_claimers_of_two_servers_that_race()
    {
        var organisation = await Queue.OrganisationAsync("One");
        await Queue.EnqueueAsync(organisation, 1000);
        TestQueue[] servers = [Queue, Another()];
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => ClaimAllAsync(servers[i % 2]))));
        Assert.Equal(1000, claimed.Sum(keys => keys.Count));
        Assert.Equal(1000, claimed.SelectMany(keys => keys).Distinct().Count());
    }

    [Fact]
    public async Task One_build_does_not_wait_for_a_thousand_of_somebody_else()
    {
        var (many, few) = (await Queue.OrganisationAsync("Many"), await Queue.OrganisationAsync("Few"));
        var worker = await Queue.WorkerAsync();
        await Queue.EnqueueAsync(many, 1000);
        for (var i = 0; i < 10; i++)
            await Queue.ClaimAsync(worker);
        var build = await Queue.EnqueueAsync(few);
        string?[] next = [(await Queue.ClaimAsync(worker))?.Key, (await Queue.ClaimAsync(worker))?.Key];
        Assert.Contains(build, next);
    }

    [Fact]
    public async Task Organisations_take_turns()
    {
        var (first, second) = (await Queue.OrganisationAsync("First"), await Queue.OrganisationAsync("Second"));
        foreach (var organisation in new[] { first, first, first, second, second, second })
            await Queue.EnqueueAsync(organisation);
        var worker = await Queue.WorkerAsync();
        List<string> order = [];
        while (await Queue.ClaimAsync(worker) is { } build)
            order.Add(build.OrganisationId);
        Assert.Equal([first, second, first, second, first, second], order);
    }

    [Fact]
    public async Task A_priority_goes_before_builds_of_the_same_organisation_and_of_no_other()
    {
        var (mine, other) = (await Queue.OrganisationAsync("Mine"), await Queue.OrganisationAsync("Other"));
        var theirs = await Queue.EnqueueAsync(other);
        string[] usual = [await Queue.EnqueueAsync(mine), await Queue.EnqueueAsync(mine)];
        string[] urgent = [await Queue.EnqueueAsync(mine, priority: 10), await Queue.EnqueueAsync(mine, priority: 10)];
        var between = await Queue.EnqueueAsync(mine, priority: 5);
        var worker = await Queue.WorkerAsync();
        List<string> order = [];
        while (await Queue.ClaimAsync(worker) is { } build)
            order.Add(build.Key);
        Assert.Equal([theirs, .. urgent, between, .. usual], order);
    }

    [Fact]
    public async Task An_organisation_never_runs_more_than_it_may()
    {
        var organisation = await Queue.OrganisationAsync("Narrow", maxRunning: 3);
        await Queue.EnqueueAsync(organisation, 40);
        TestQueue[] servers = [Queue, Another()];
        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => ClaimAllAsync(servers[i % 2]))));
        Assert.Equal(3, claimed.Sum(keys => keys.Count));
        Assert.Equal(3, await Queue.ScalarAsync<long>("SELECT count(*) FROM builds WHERE state = 'Leased'"));
        Assert.Equal(0, await Queue.ScalarAsync<long>("SELECT count(*) FROM builds WHERE state = 'Queued' AND attempt > 0"));
        await Queue.ExecuteAsync("UPDATE builds SET state = 'Succeeded' WHERE state = 'Leased'");
        Assert.NotNull(await Queue.ClaimAsync(await Queue.WorkerAsync()));
    }

    [Fact]
    public async Task An_organisation_that_runs_all_it_may_holds_nobody_up()
    {
        var (full, other) = (await Queue.OrganisationAsync("Full", maxRunning: 1), await Queue.OrganisationAsync("Other"));
        await Queue.EnqueueAsync(full, 5);
        var build = await Queue.EnqueueAsync(other);
        var worker = await Queue.WorkerAsync();
        Assert.Equal(full, (await Queue.ClaimAsync(worker))?.OrganisationId);
        Assert.Equal(build, (await Queue.ClaimAsync(worker))?.Key);
        Assert.Null(await Queue.ClaimAsync(worker));
    }

    [Fact]
    public async Task A_worker_gets_only_what_it_can_do_and_whom_it_serves()
    {
        var (one, two) = (await Queue.OrganisationAsync("One"), await Queue.OrganisationAsync("Two"));
        await Queue.EnqueueAsync(one, "iOS");
        await Queue.EnqueueAsync(one, "Android", version: "2.0");
        var fits = await Queue.EnqueueAsync(one);
        var theirs = await Queue.EnqueueAsync(two);
        var worker = await Queue.WorkerAsync(one, ["Android"]);
        Assert.Equal(fits, (await Queue.ClaimAsync(worker))?.Key);
        Assert.Null(await Queue.ClaimAsync(worker));
        Assert.Equal(theirs, (await Queue.ClaimAsync(await Queue.WorkerAsync(two)))?.Key);
    }

    [Fact]
    public async Task A_worker_that_was_given_up_changes_nothing_any_more()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var (paused, next) = (await Queue.WorkerAsync(), await Queue.WorkerAsync());
        var first = (await Queue.ClaimAsync(paused))!;
        await Queue.Results.ReportAsync(TestQueue.LeaseOf(paused, first), BuildStatus.Building, [LogLine.Notice("from the first")], null, Cancellation);
        await Queue.UploadAsync(organisation, first, "first");
        await Queue.LapseAsync(build);
        Assert.Equal(1, await Queue.SweepAsync());
        var second = (await Queue.ClaimAsync(next))!;
        Assert.Equal((build, 2), (second.Key, second.Attempt));

        var lost = TestQueue.LeaseOf(paused, first);
        await AssertLostAsync(() => Queue.Leases.RenewAsync(lost, Cancellation));
        await AssertLostAsync(() => Queue.Database.ReadAsync(c => Queue.Leases.RequireAsync(c, null, lost)));
        await AssertLostAsync(() => Queue.Results.ReportAsync(lost, null, [LogLine.Notice("late")], null, Cancellation));
        await AssertLostAsync(() => Queue.Results.CompleteAsync(lost, TestQueue.Success("first"), Cancellation));
        await AssertLostAsync(() => Queue.Results.FailAsync(lost, new FailRequest([], Retry: false), Cancellation));

        await Queue.UploadAsync(organisation, second, "second");
        await Queue.Results.CompleteAsync(TestQueue.LeaseOf(next, second), TestQueue.Success("second"), Cancellation);
        Assert.Equal(["second"], await Queue.PublishedAsync(build));
        var log = await Queue.LogAsync(build);
        Assert.Equal(["from the first", "The worker of attempt 1 vanished. The build waits to be started again."], log);
    }

    [Fact]
    public async Task Nobody_writes_with_the_lease_of_another_token()
    {
        var organisation = await Queue.OrganisationAsync("One");
        await Queue.EnqueueAsync(organisation);
        var (owner, stranger) = (await Queue.WorkerAsync(), await Queue.WorkerAsync());
        var build = (await Queue.ClaimAsync(owner))!;
        await AssertLostAsync(() => Queue.Leases.RenewAsync(TestQueue.LeaseOf(stranger, build), Cancellation));
        await Queue.Leases.RenewAsync(TestQueue.LeaseOf(owner, build), Cancellation);
    }

    [Fact]
    public async Task A_lease_that_ran_out_unseen_can_still_be_renewed()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var worker = await Queue.WorkerAsync();
        var claimed = (await Queue.ClaimAsync(worker))!;
        await Queue.LapseAsync(build);
        await AssertLostAsync(() => Queue.Results.ReportAsync(TestQueue.LeaseOf(worker, claimed), null, [], null, Cancellation));
        await Queue.Leases.RenewAsync(TestQueue.LeaseOf(worker, claimed), Cancellation);
        Assert.Equal(0, await Queue.SweepAsync());
    }

    [Fact]
    public async Task A_build_that_ends_its_workers_is_given_up_after_three_even_when_all_servers_look_at_once()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var worker = await Queue.WorkerAsync();
        TestQueue[] servers = [Queue, Another(), Another()];
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(attempt, (await Queue.ClaimAsync(worker))?.Attempt);
            await Queue.LapseAsync(build);
            var given = await Task.WhenAll(servers.Select(server => Task.Run(server.SweepAsync)));
            Assert.Equal(1, given.Sum());
        }

        Assert.Equal(BuildState.Failed, await Queue.StateAsync(build));
        Assert.Null(await Queue.ClaimAsync(worker));
        Assert.Contains("SLW-WRK-50001", await Queue.ScalarAsync<string>("SELECT outcome FROM builds WHERE key = @build", new { build }));
        Assert.Equal(3, (await Queue.LogAsync(build)).Length);
    }

    [Fact]
    public async Task What_a_worker_cannot_do_is_tried_again_and_what_the_user_got_wrong_is_not()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var worker = await Queue.WorkerAsync();
        var full = new ProblemDescription("SLW-GEN-50001", "Error", "disk", "The disk is full.", "Make space.", "Machine");
        var wrong = new ProblemDescription("SLW-SIG-40003", "Error", "keystore", "The password is wrong.", "Give the right one.", "User");
        await Queue.Results.FailAsync(TestQueue.LeaseOf(worker, (await Queue.ClaimAsync(worker))!), new FailRequest([full], Retry: true), Cancellation);
        Assert.Equal(BuildState.Queued, await Queue.StateAsync(build));
        await Queue.Results.FailAsync(TestQueue.LeaseOf(worker, (await Queue.ClaimAsync(worker))!), new FailRequest([wrong], Retry: false), Cancellation);
        Assert.Equal(BuildState.Failed, await Queue.StateAsync(build));
        Assert.Contains("SLW-GEN-50001", Assert.Single(await Queue.LogAsync(build)));
    }

    [Fact]
    public async Task Completing_twice_does_no_harm_and_an_artifact_that_is_not_there_is_refused()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var build = await Queue.EnqueueAsync(organisation);
        var worker = await Queue.WorkerAsync();
        var claimed = (await Queue.ClaimAsync(worker))!;
        await Queue.UploadAsync(organisation, claimed, "abc");
        var refusal = await Assert.ThrowsAsync<ProblemException>(() => Queue.Results.CompleteAsync(TestQueue.LeaseOf(worker, claimed), TestQueue.Success("other"), Cancellation));
        Assert.Equal("SLW-SRV-40002", refusal.Problems[0].Code);
        Assert.Equal(BuildState.Leased, await Queue.StateAsync(build));
        Assert.Empty(await Queue.PublishedAsync(build));
        await Queue.Results.CompleteAsync(TestQueue.LeaseOf(worker, claimed), TestQueue.Success("abc"), Cancellation);
        await Queue.Results.CompleteAsync(TestQueue.LeaseOf(worker, claimed), TestQueue.Success("abc"), Cancellation);
        Assert.Equal(["abc"], await Queue.PublishedAsync(build));
        await AssertLostAsync(() => Queue.Results.FailAsync(TestQueue.LeaseOf(worker, claimed), new FailRequest([], Retry: true), Cancellation));
        Assert.Equal(BuildState.Succeeded, await Queue.StateAsync(build));
    }
}
