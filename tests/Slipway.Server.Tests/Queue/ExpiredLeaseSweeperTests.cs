using Slipway.Server.Queue;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Queue;

public sealed class ExpiredLeaseSweeperTests : DatabaseConformance
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Workers_have_the_time_of_a_lease_to_renew_after_the_service_was_away()
    {
        var build = await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        await Queue.ClaimAsync(await Queue.WorkerAsync());
        await Queue.LapseAsync(build);
        using var keeper = Queue.KeeperAt(_clock);
        await LookAsync(keeper, TimeSpan.FromSeconds(28));
        Assert.Equal(BuildState.Leased, await Queue.StateAsync(build));
        _clock.Advance(TimeSpan.FromMinutes(5));
        await LookAsync(keeper, TimeSpan.FromSeconds(28));
        Assert.Equal(BuildState.Leased, await Queue.StateAsync(build));
        await LookAsync(keeper, Tick * 2);
        Assert.Equal(BuildState.Queued, await Queue.StateAsync(build));
    }

    [Fact]
    public async Task A_database_that_fails_neither_ends_the_keeper_nor_costs_workers_their_builds()
    {
        var build = await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        await Queue.ClaimAsync(await Queue.WorkerAsync());
        await Queue.LapseAsync(build);
        using var keeper = Queue.KeeperAt(_clock);
        await LookAsync(keeper, TimeSpan.FromSeconds(28));
        await Queue.ExecuteAsync("ALTER TABLE builds RENAME TO hidden");
        await LookAsync(keeper, Tick * 2);
        await Queue.ExecuteAsync("ALTER TABLE hidden RENAME TO builds");
        await LookAsync(keeper, TimeSpan.FromSeconds(26));
        Assert.Equal(BuildState.Leased, await Queue.StateAsync(build));
        await LookAsync(keeper, Tick * 2);
        Assert.Equal(BuildState.Queued, await Queue.StateAsync(build));
    }

    [Fact]
    public async Task A_build_that_cannot_be_given_up_does_not_keep_those_behind_it()
    {
        var organisation = await Queue.OrganisationAsync("One");
        var worker = await Queue.WorkerAsync();
        var (first, second) = (await Queue.EnqueueAsync(organisation), await Queue.EnqueueAsync(organisation));
        await Queue.ClaimAsync(worker);
        await Queue.ClaimAsync(worker);
        await Queue.LapseAsync(first);
        await Queue.LapseAsync(second);
        await Queue.ExecuteAsync("UPDATE builds SET lease_until = -1 WHERE key = @first", new { first });
        await Queue.ExecuteAsync($"CREATE TRIGGER stuck BEFORE UPDATE ON builds WHEN OLD.key = '{first}' BEGIN SELECT RAISE(ABORT, 'stuck'); END");
        Assert.Equal(1, await Queue.SweepAsync());
        Assert.Equal((BuildState.Leased, BuildState.Queued), (await Queue.StateAsync(first), await Queue.StateAsync(second)));
    }

    private protected override Database Open() => DatabaseFactory.Open(null, _folder.Path);

    private protected override void Close() => _folder.Dispose();

    private async Task LookAsync(ExpiredLeaseSweeper keeper, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Tick)
        {
            _clock.Advance(Tick);
            await keeper.LookAsync(Cancellation);
        }
    }
}
