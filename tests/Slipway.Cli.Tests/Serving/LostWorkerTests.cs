using System.Globalization;

namespace Slipway.Cli.Tests.Serving;

/// <summary>Workers that vanish in the middle of a build, for good or for a while.</summary>
public sealed class LostWorkerTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "field-notes");

    [Fact]
    public async Task A_worker_that_is_killed_is_started_again_and_the_next_attempt_makes_the_one_package()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: false);
        var worker = (await session.Server.NextAsync("worker")).GetProperty("process").GetInt32();
        await session.Server.NextAsync("worker.ready");
        var key = await session.Api.LaunchAsync(Sample);
        await session.Server.NextAsync("worker.claimed");
        await session.Api.LineAsync(key);
        Kill(worker);
        Assert.Equal(137, (await session.Server.NextAsync("worker")).GetProperty("exitCode").GetInt32());
        var build = await session.Api.EndAsync(key);
        Assert.Equal(("Finished", 2), (build.GetProperty("status").GetString(), build.GetProperty("attempt").GetInt32()));
        await session.Api.DownloadAsync(build);
        var log = await session.Api.LogAsync(key);
        Assert.Contains("attempt 1 on the worker", log, StringComparison.Ordinal);
        Assert.Contains("The worker of attempt 1 vanished", log, StringComparison.Ordinal);
        Assert.Contains("attempt 2 on the worker", log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(session.Data, "worker", "builds", key.ToString(), "1")));
    }

    [Fact]
    public async Task A_worker_that_wakes_up_too_late_changes_nothing()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: false, "--no-worker");
        var sleeper = await session.StartWorkerAsync();
        var key = await session.Api.LaunchAsync(Sample);
        await sleeper.NextAsync("worker.claimed");
        sleeper.Signal("STOP");
        await session.StartWorkerAsync();
        var build = await session.Api.EndAsync(key);
        Assert.Equal(("Finished", 2), (build.GetProperty("status").GetString(), build.GetProperty("attempt").GetInt32()));
        var package = await session.Api.DownloadAsync(build);
        sleeper.Signal("CONT");
        await sleeper.NextAsync("worker.lost");
        Assert.Equal(package, await session.Api.DownloadAsync(await session.Api.ShowAsync(key)));
    }

    [Fact]
    public async Task A_build_that_fills_the_disk_of_a_worker_is_done_by_another()
    {
        const int space = 2 << 20;
        using var app = new TemporaryFolder();
        app.Add("large/index.html", "<title>Large</title>");
        app.Add("large/config.xml", "<widget xmlns='http://www.w3.org/ns/widgets' id='com.example.large' version='1.0.0'><name>Large</name></widget>");
        app.Add("large/picture.bin", new byte[2 * space]);
        await using var session = await ServiceSession.StartAsync(isWarm: true, "--no-worker");
        var small = await session.StartWorkerAsync(space);
        var key = await session.Api.LaunchAsync(app["large"]);
        await small.NextAsync("worker.failed");
        small.Signal("TERM");
        await small.NextAsync("worker.left");
        await session.StartWorkerAsync();
        var build = await session.Api.EndAsync(key);
        Assert.Equal(("Finished", 2), (build.GetProperty("status").GetString(), build.GetProperty("attempt").GetInt32()));
        await session.Api.DownloadAsync(build);
        Assert.Contains("SLW-GEN-50001", await session.Api.LogAsync(key), StringComparison.Ordinal);
    }

    private static void Kill(int process)
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-KILL", process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
