using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using Slipway.Protocol.Builds;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Vault;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Store;

/// <summary>A database that goes away and comes back, under servers that stay.</summary>
public sealed class PostgresOutageTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SampleApp _app = new();
    private PostgresCluster _cluster = null!;
    private string _address = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cluster = await PostgresCluster.StartNewAsync();
        _address = _cluster.CreateDatabase();
        await File.WriteAllTextAsync(KeyFile, KeyLines.Of("one", 1), Cancellation);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    private string KeyFile => Path.Combine(_folder.Path, "keys");

    [Fact]
    public async Task Callers_are_asked_to_come_back_and_all_goes_on_without_a_restart_of_the_server()
    {
        await using var service = await StartAsync();
        using var worker = await TestWorker.JoinAsync(service);
        using var other = await TestWorker.JoinAsync(service);
        var build = (await _app.LaunchAsync(service.Admin)).Builds[0];
        var job = (await worker.ClaimAsync())!;
        // It has begun before the database goes away.
        using var events = await service.Admin.GetAsync(build.Url + "/events", HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, events.StatusCode);
        var following = MessagesAsync(events);
        await _cluster.StopAsync();

        using (var away = await service.Admin.GetAsync(build.Url, Cancellation))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
            Assert.NotNull(away.Headers.RetryAfter);
            Assert.Contains("SLW-SRV-10001", await away.Content.ReadAsStringAsync(Cancellation));
        }

        await worker.PostAsync(job, "renew", new { }, HttpStatusCode.ServiceUnavailable);
        await _cluster.StartAsync();
        await UntilThereAsync(service.Admin, build.Url);
        await worker.PostAsync(job, "renew", new { });
        Assert.Null(await other.ClaimAsync());
        await worker.SayAsync(job, "after the pause");
        await worker.CompleteAsync(job);
        Assert.Equal(["after the pause"], await following);
        Assert.Equal(BuildStatus.Finished, (await service.Admin.GetFromJsonAsync<BuildDescription>(build.Url, Cancellation))!.Status);
    }

    [Fact]
    public async Task A_worker_at_one_server_hears_of_a_launch_at_another_also_after_a_restart()
    {
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        using var worker = await TestWorker.JoinAsync(first);
        using var admin = second.Client(first.AdminToken);
        await _cluster.RestartAsync();
        await UntilThereAsync(admin, "/api/v1/builds");
        await UntilThereAsync(first.Admin, "/api/v1/builds");
        var waiting = worker.ClaimAsync(waitSeconds: 25);
        var launch = await _app.LaunchAsync(admin);
        Assert.Equal(launch.Builds[0].Key, (await waiting)?.Build);
    }

    // A pool may hold as many broken connections as it had.
    private static async Task UntilThereAsync(HttpClient client, string path)
    {
        for (var i = 0; i < 100; i++)
        {
            using var answer = await client.GetAsync(path, Cancellation);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                return;
        }

        Assert.Fail("The server does not find the database again.");
    }

    private static async Task<List<string>> MessagesAsync(HttpResponseMessage answer)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        List<string> lines = [];
        await foreach (var item in SseParser.Create(body).EnumerateAsync(Cancellation))
        {
            if (item.EventType == "message")
                lines.Add(System.Text.Json.JsonDocument.Parse(item.Data).RootElement.Text("message"));
        }

        return lines;
    }

    private Task<TestService> StartAsync() => TestService.StartAsync(options => new ServerOptions(Path.Combine(_folder.Path, "data"))
    {
        Urls = options.Urls,
        Logs = false,
        Database = _address,
        VaultKeyFile = KeyFile,
    });
}
