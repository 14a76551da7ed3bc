using Slipway.Server.Builds;
using Slipway.Server.Tests.Queue;

namespace Slipway.Server.Tests.Builds;

/// <summary>When builds will probably end, whichever database keeps them.</summary>
public abstract class EstimateConformance : DatabaseConformance
{
    [Fact]
    public async Task Builds_end_a_median_after_their_beginning_and_wait_for_those_before_them_in_rounds_of_all_slots()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var worker = await Queue.WorkerAsync();
        await Queue.ExecuteAsync("UPDATE workers SET slots = 2");
        foreach (var took in new[] { 1_000, 5_000, 99_000 })
            await HistoryAsync(organisation, "Android", took);
        await HistoryAsync(organisation, "iOS", 7_000);
        await Queue.EnqueueAsync(organisation, 5);
        var running = (await Queue.ClaimAsync(worker))!;

        var builds = (await Queue.Builds.ListAsync(organisation, new BuildFilter(null, null, null, null, null), new Paging(0, 100), Cancellation)).Rows;
        var ends = await new FinishEstimates(Queue.Database).OfAsync(builds, Cancellation);
        var waiting = builds.Where(build => build.State == "Queued").Select(build => ends[build.Key]).Order().ToList();
        Assert.Equal([0, 0, 5_000, 5_000], waiting.Select(end => end - waiting[0]));
        Assert.Equal(5_000, ends[running.Key] - builds.Single(build => build.Key == running.Key).StartedAt);
        Assert.Equal(5, ends.Count);
    }

    [Fact]
    public async Task Without_a_history_or_a_worker_nothing_is_foretold()
    {
        var organisation = await Queue.OrganisationAsync("One");
        await HistoryAsync(organisation, "Android", 1_000);
        await Queue.EnqueueAsync(organisation);
        await Queue.EnqueueAsync(organisation, "iOS");
        var builds = (await Queue.Builds.ListAsync(organisation, new BuildFilter(null, null, null, null, null), new Paging(0, 100), Cancellation)).Rows;
        Assert.Empty(await new FinishEstimates(Queue.Database).OfAsync(builds, Cancellation));
    }

    private async Task HistoryAsync(string organisation, string platform, long took)
    {
        var build = await Queue.EnqueueAsync(organisation, platform);
        await Queue.ExecuteAsync("UPDATE builds SET state = 'Succeeded', status = 'Finished', started_at = 1000, finished_at = 1000 + @took WHERE key = @build", new { build, took });
    }
}
