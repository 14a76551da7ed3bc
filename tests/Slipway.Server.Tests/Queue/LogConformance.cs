using Slipway.Protocol.Builds;
using Slipway.Server.Queue;

namespace Slipway.Server.Tests.Queue;

/// <summary>What a log has to be, whichever database keeps it.</summary>
public abstract class LogConformance : DatabaseConformance
{
    [Fact]
    public async Task Lines_have_numbers_without_a_gap_and_stay_in_their_order()
    {
        await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        var worker = await Queue.WorkerAsync();
        var claimed = (await Queue.ClaimAsync(worker))!;
        TestQueue[] servers = [Queue, Another(), Another()];
        await Task.WhenAll(servers.Select((server, n) => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
                await server.Results.ReportAsync(TestQueue.LeaseOf(worker, claimed), null, [.. Enumerable.Range(i * 30, 30).Select(line => LogLine.Notice($"{n} {line}"))], null, Cancellation);
        })));
        var lines = await Queue.Builds.MessagesAsync(claimed.Key, 0, 10_000, Cancellation);
        Assert.Equal(Enumerable.Range(1, 900).Select(i => (long)i), lines.Select(line => line.Seq));
        for (var n = 0; n < servers.Length; n++)
            Assert.Equal(Enumerable.Range(0, 300).Select(i => $"{n} {i}"), lines.Select(line => line.Message).Where(text => text.StartsWith($"{n} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Lines_that_come_twice_because_the_answer_was_lost_are_kept_once()
    {
        var build = await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        var worker = await Queue.WorkerAsync();
        var lease = TestQueue.LeaseOf(worker, (await Queue.ClaimAsync(worker))!);
        LogLine[] lines = [.. new[] { "a", "b", "c", "d" }.Select(LogLine.Notice)];
        await Queue.Results.ReportAsync(lease, null, lines[..2], 0, Cancellation);
        await Queue.Results.ReportAsync(lease, null, lines[..2], 0, Cancellation);
        await Queue.Results.ReportAsync(lease, null, lines[2..], 2, Cancellation);
        await Queue.Results.ReportAsync(lease, null, lines, 0, Cancellation);
        Assert.Equal(["a", "b", "c", "d"], await Queue.LogAsync(build));
        await Queue.LapseAsync(build);
        await Queue.SweepAsync();
        await Queue.Results.ReportAsync(TestQueue.LeaseOf(worker, (await Queue.ClaimAsync(worker))!), null, lines[..1], 0, Cancellation);
        Assert.Equal("a", (await Queue.LogAsync(build))[^1]);
    }

    [Fact]
    public async Task A_log_is_cut_after_ten_thousand_lines_with_one_that_says_so()
    {
        await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        var worker = await Queue.WorkerAsync();
        var claimed = (await Queue.ClaimAsync(worker))!;
        var batch = Enumerable.Range(0, 3_000).Select(i => LogLine.Notice($"{i}")).ToList();
        for (var i = 0; i < 5; i++)
            await Queue.Results.ReportAsync(TestQueue.LeaseOf(worker, claimed), null, batch, null, Cancellation);
        await Queue.LapseAsync(claimed.Key);
        await Queue.SweepAsync();
        var log = await Queue.LogAsync(claimed.Key);
        Assert.Equal(BuildLog.MostLines + 2, log.Length);
        Assert.Equal(["999", "The log has reached 10000 lines; further lines are omitted.", "The worker of attempt 1 vanished. The build waits to be started again."], log[^3..]);
    }

    [Fact]
    public async Task A_status_only_moves_on()
    {
        var build = await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        var worker = await Queue.WorkerAsync();
        var lease = TestQueue.LeaseOf(worker, (await Queue.ClaimAsync(worker))!);
        foreach (var (reported, then) in new[] { (BuildStatus.Waiting, "Validating"), (BuildStatus.Building, "Building"), (BuildStatus.Validating, "Building"), (BuildStatus.Finished, "Building") })
        {
            await Queue.Results.ReportAsync(lease, reported, [], null, Cancellation);
            Assert.Equal(then, await Queue.ScalarAsync<string>("SELECT status FROM builds WHERE key = @build", new { build }));
        }

        await Queue.LapseAsync(build);
        await Queue.SweepAsync();
        Assert.Equal("Building", await Queue.ScalarAsync<string>("SELECT status FROM builds WHERE key = @build", new { build }));
    }

    [Fact]
    public async Task What_would_break_a_line_or_a_store_is_kept_escaped()
    {
        await Queue.EnqueueAsync(await Queue.OrganisationAsync("One"));
        var worker = await Queue.WorkerAsync();
        var claimed = (await Queue.ClaimAsync(worker))!;
        await Queue.Results.ReportAsync(TestQueue.LeaseOf(worker, claimed), null, [LogLine.Of("Fatal", "a\0b", "s\n", "\0 one\r\ntwo \u001b[31m \ud800 </script>")], null, Cancellation);
        var line = Assert.Single(await Queue.Builds.MessagesAsync(claimed.Key, 0, 10, Cancellation));
        Assert.Equal((@"\u0000 one\r\ntwo \u001b[31m \ud800 </script>", "Notice", @"a\u0000b", @"s\n"), (line.Message, line.Severity, line.Code, line.Stage));
    }
}
