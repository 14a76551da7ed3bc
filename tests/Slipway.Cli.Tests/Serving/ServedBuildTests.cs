namespace Slipway.Cli.Tests.Serving;

/// <summary>Builds by a real server with a real worker, through HTTP.</summary>
public sealed class ServedBuildTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "field-notes");

    [Fact]
    public async Task A_package_from_the_service_is_what_outsiders_accept()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: true);
        var build = await session.Api.EndAsync(await session.Api.LaunchAsync(Sample));
        Assert.Equal("Finished", build.GetProperty("status").GetString());
        var package = await session.Api.DownloadAsync(build);
        using var folder = new TemporaryFolder();
        Assert.Equal(0, Judge(folder.Add("served.apk", package)));
        package[package.Length / 2] ^= 0x40;
        Assert.NotEqual(0, Judge(folder.Add("broken.apk", package)));
        Assert.Contains("attempt 1 on the worker", await session.Api.LogAsync(build.GetProperty("key").GetGuid()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_to_end_lets_its_build_end()
    {
        // With a compiled shell, the build ends well within the time that a worker has to drain, on a busy machine too.
        using var folder = new TemporaryFolder();
        Assert.Equal(0, SlipwayRun.Of("build", Sample, "--out", folder.Path).ExitCode);
        await using var session = await ServiceSession.StartAsync(isWarm: true);
        await session.Server.NextAsync("worker.ready");
        var key = await session.Api.LaunchAsync(Sample);
        await session.Server.NextAsync("worker.claimed");
        session.Server.Signal("TERM");
        await session.Server.NextAsync("worker.finished");
        await session.Server.NextAsync("worker.left");
        Assert.Equal(0, await session.Server.EndAsync());
        await session.RestartAsync();
        await session.Api.DownloadAsync(await session.Api.ShowAsync(key));
    }

    [Fact]
    public async Task A_server_that_is_killed_and_comes_back_gets_the_build_that_went_on()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: false, "--no-worker");
        var worker = await session.StartWorkerAsync();
        var key = await session.Api.LaunchAsync(Sample);
        await worker.NextAsync("worker.claimed");
        session.Server.Signal("KILL");
        await session.RestartAsync();
        await worker.NextAsync("worker.finished");
        var build = await session.Api.EndAsync(key);
        Assert.Equal(("Finished", 1), (build.GetProperty("status").GetString(), build.GetProperty("attempt").GetInt32()));
        await session.Api.DownloadAsync(build);
    }

    [Fact]
    public async Task A_build_that_is_cancelled_ends_with_all_its_processes()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: false, "--no-worker");
        var worker = await session.StartWorkerAsync();
        var key = await session.Api.LaunchAsync(Sample);
        await worker.NextAsync("worker.claimed");
        var processes = ProcessTree.Below(worker.Process.Id);
        Assert.NotEmpty(processes);
        Assert.True((int)await session.Api.CancelAsync(key) < 300);
        var build = await session.Api.EndAsync(key);
        Assert.True(build.GetProperty("cancelled").GetBoolean());
        await worker.NextAsync("worker.cancelled");
        Assert.True((int)await session.Api.CancelAsync(key) < 300);
        worker.Signal("TERM");
        await worker.NextAsync("worker.left");
        await worker.EndAsync();
        Assert.DoesNotContain(processes, ProcessTree.IsAlive);
    }

    [Fact]
    public async Task A_worker_with_a_wrong_token_says_so()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: true, "--no-worker");
        using var folder = new TemporaryFolder();
        var token = folder.Add("token", "slw_aaaaaaaa_" + new string('A', 43));
        File.SetUnixFileMode(token, UnixFileMode.UserRead);
        await using var worker = ServiceProcess.Start(["worker", "--server", session.Address.ToString(), "--token-file", token, "--work", folder["work"]]);
        var problem = (await worker.NextAsync("error")).GetProperty("problems")[0];
        Assert.Equal("SLW-SRV-20001", problem.GetProperty("code").GetString());
        Assert.Equal(1, await worker.EndAsync());
    }

    [Theory]
    [InlineData("http://builds.example.com", "SLW-HST-40002", 1)]
    [InlineData("http://127.0.0.1:1", "SLW-HST-40003", 1)]
    public async Task A_worker_that_cannot_work_says_why(string server, string code, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var token = folder.Add("token", code == "SLW-HST-40003" ? "no token" : "slw_aaaaaaaa_" + new string('A', 43));
        File.SetUnixFileMode(token, UnixFileMode.UserRead);
        await using var worker = ServiceProcess.Start(["worker", "--server", server, "--token-file", token, "--work", folder["work"]]);
        Assert.Equal(code, (await worker.NextAsync("error")).GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(exitCode, await worker.EndAsync());
    }

    private static int Judge(string package) => SlipwayRun.Of("apksigner", ["verify", "--min-sdk-version", "24", package], []).ExitCode;
}
