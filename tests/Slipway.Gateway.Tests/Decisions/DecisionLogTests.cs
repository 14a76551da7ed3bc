using System.Net;
using System.Text.Json;
using Slipway.Gateway.Decisions;

namespace Slipway.Gateway.Tests.Decisions;

public sealed class DecisionLogTests
{
    [Fact]
    public async Task Every_decision_becomes_a_line_whoever_writes_it()
    {
        using var folder = new TemporaryFolder();
        await using (var log = DecisionLog.ToFile(folder["log"], TimeProvider.System))
        {
            await Parallel.ForAsync(0, 1000, (i, _) =>
            {
                log.Add(Decision($"id-{i}"));
                return ValueTask.CompletedTask;
            });
        }
        var ids = File.ReadLines(folder["log"]).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("id").GetString()).ToHashSet();
        Assert.Equal(1000, ids.Count);
    }

    [Fact]
    public async Task A_log_that_was_renamed_begins_anew()
    {
        using var folder = new TemporaryFolder();
        await using (var log = DecisionLog.ToFile(folder["log"], TimeProvider.System))
        {
            File.Move(folder["log"], folder["log.1"]);
            log.Reopen();
            log.Add(Decision("new"));
        }

        Assert.Empty(File.ReadAllBytes(folder["log.1"]));
        Assert.Single(File.ReadLines(folder["log"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_anew_yet_is_tried_again_and_no_line_is_lost()
    {
        using var folder = new TemporaryFolder();
        var fails = false;
        FileStream Open() => fails ? throw new DirectoryNotFoundException() : new FileStream(folder["log"], FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 0);
        var log = new DecisionLog(Open, TimeProvider.System);
        File.Move(folder["log"], folder["log.1"]);
        fails = true;
        log.Reopen();
        log.Add(Decision("while there is no folder"));
        while (new FileInfo(folder["log.1"]).Length == 0 && log.Lost == 0)
            await Task.Yield();
        fails = false;
        log.Add(Decision("afterwards"));
        await log.DisposeAsync();
        Assert.Equal((2, 0), (log.Written, log.Lost));
        Assert.Contains("while there is no folder", Assert.Single(File.ReadLines(folder["log.1"])), StringComparison.Ordinal);
        Assert.Contains("afterwards", Assert.Single(File.ReadLines(folder["log"])), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_is_counted_and_told_in_the_log()
    {
        using var folder = new TemporaryFolder();
        var full = true;
        // /dev/full says that the disk is full, whatever is written.
        var log = new DecisionLog(() => new FileStream(full ? "/dev/full" : folder["log"], full ? FileMode.Open : FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0), TimeProvider.System);
        log.Add(Decision("lost"));
        while (log.Lost == 0)
            await Task.Yield();
        full = false;
        log.Reopen();
        log.Add(Decision("kept"));
        await log.DisposeAsync();
        Assert.Equal(1, log.Lost);
        Assert.Equal(1, log.Written);
        var lines = File.ReadLines(folder["log"]).Where(l => l.Length > 0).ToList();
        Assert.Contains("\"id\":\"kept\"", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",\"lost\":1}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_too_slow_keeps_a_bounded_amount_and_counts_the_rest()
    {
        var stream = new MemoryStream();
        var log = new DecisionLog(() => stream, new FakeTimeProvider(), capacity: 1000);
        for (var i = 0; i < 100; i++)
            log.Add(Decision($"id-{i}"));
        Assert.InRange(log.Written, 1, 10);
        Assert.Equal(100, log.Written + log.Lost);
        await log.DisposeAsync();
        Assert.Contains($"\"lost\":{log.Lost}", System.Text.Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static Decision Decision(string id) => new() { At = DateTimeOffset.UnixEpoch, Id = id, Client = IPAddress.Loopback, Verdict = DecisionVerdict.Allow };
}
