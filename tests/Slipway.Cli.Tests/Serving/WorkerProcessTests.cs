using System.Net;
using System.Net.Sockets;

namespace Slipway.Cli.Tests.Serving;

/// <summary>How a worker reaches its service, and how it is made to end.</summary>
public sealed class WorkerProcessTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "field-notes");

    [Fact]
    public async Task A_second_signal_ends_a_worker_at_once_with_all_its_processes_in_sandboxes()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: false, "--no-worker");
        var worker = await session.StartWorkerAsync();
        var sandboxes = ProcessTree.Below(worker.Process.Id);
        await session.Api.LaunchAsync(Sample);
        await worker.NextAsync("worker.claimed");
        worker.Signal("TERM");
        await worker.NextAsync("worker.draining");
        worker.Signal("TERM");
        Assert.Equal(143, await worker.EndAsync());
        foreach (var process in sandboxes)
            await ProcessTree.EndAsync(process);
    }

    [Fact]
    public async Task A_worker_whose_parent_is_killed_ends_by_itself()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: true);
        var worker = (await session.Server.NextAsync("worker")).GetProperty("process").GetInt32();
        await session.Server.NextAsync("worker.ready");
        session.Server.Signal("KILL");
        await ProcessTree.EndAsync(worker);
    }

    [Fact]
    public async Task Another_machine_is_reached_through_the_proxy_of_the_environment()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        using var folder = new TemporaryFolder();
        await using var worker = Start(folder, "https://builds.example.com", new() { ["HTTPS_PROXY"] = $"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}" });
        using var connection = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(connection.GetStream());
        Assert.Equal("CONNECT builds.example.com:443 HTTP/1.1", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task This_machine_is_reached_without_it()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: true, "--no-worker");
        session.Environment["HTTP_PROXY"] = "http://127.0.0.1:1";
        await session.StartWorkerAsync();
    }

    [Fact]
    public async Task A_folder_that_another_worker_has_is_refused()
    {
        await using var session = await ServiceSession.StartAsync(isWarm: true, "--no-worker");
        using var folder = new TemporaryFolder();
        var token = await session.Api.WorkerTokenAsync();
        await using var first = Start(folder, session.Address.ToString(), [], token);
        await first.NextAsync("worker.ready");
        await using var second = Start(folder, session.Address.ToString(), [], token);
        Assert.Equal("SLW-HST-50006", (await second.NextAsync("error")).GetProperty("problems")[0].GetProperty("code").GetString());
        Assert.Equal(3, await second.EndAsync());
    }

    private static ServiceProcess Start(TemporaryFolder folder, string server, Dictionary<string, string> environment, string? token = null)
    {
        var file = folder.Add($"token-{Guid.NewGuid():N}", token ?? "slw_aaaaaaaa_" + new string('A', 43));
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        return ServiceProcess.Start(["worker", "--server", server, "--token-file", file, "--work", folder["work"]], environment);
    }
}
