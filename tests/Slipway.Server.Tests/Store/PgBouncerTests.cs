using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Server.Store;
using Slipway.Server.Tests.Launches;
using Slipway.Server.Tests.Vault;
using Slipway.Server.Tests.Workers;

namespace Slipway.Server.Tests.Store;

public sealed class PgBouncerTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly SampleApp _app = new();
    private PostgresCluster _cluster = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string KeyFile => Path.Combine(_folder.Path, "keys");

    public async ValueTask InitializeAsync()
    {
        _cluster = await PostgresCluster.StartNewAsync();
        await File.WriteAllTextAsync(KeyFile, KeyLines.Of("one", 1), Cancellation);
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Behind_a_pooler_that_lends_sessions_for_a_transaction_servers_start_at_once_and_builds_still_reach_workers()
    {
        await using var pooler = await PgBouncer.StartAsync(_cluster.CreateDatabase(), "transaction");
        var services = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StartAsync(pooler.Address))));
        try
        {
            var first = Assert.Single(services, service => service.AdminToken.Length > 0);
            var second = services.First(service => service != first);
            foreach (var service in services)
            {
                await service.App.Services.GetRequiredService<Database>().Signals.Lost.WaitAsync(Cancellation);
                Assert.Equal(("Healthy", "SLW-DBS-50006"), await DatabaseOf(service));
            }

            using var worker = await TestWorker.JoinAsync(first);
            using var admin = second.Client(first.AdminToken);
            var waiting = worker.ClaimAsync(waitSeconds: 25);
            var launch = await _app.LaunchAsync(admin);
            Assert.Equal(launch.Builds[0].Key, (await waiting)?.Build);
        }
        finally
        {
            foreach (var service in services)
                await service.DisposeAsync();
        }
    }

    [Fact]
    public async Task Behind_a_pooler_that_lends_sessions_for_good_signals_arrive()
    {
        await using var pooler = await PgBouncer.StartAsync(_cluster.CreateDatabase(), "session");
        await using var service = await StartAsync(pooler.Address);
        await using var other = await StartAsync(pooler.Address);
        using var listener = other.App.Services.GetRequiredService<Database>().Signals.Listen("greeting");
        var next = listener.Next();
        while (!next.IsCompleted)
        {
            // It may listen only after the first.
            service.App.Services.GetRequiredService<Database>().Signals.Publish("greeting");
            await Task.WhenAny(next, Task.Delay(100, Cancellation));
        }

        Assert.Equal(("Healthy", null), await DatabaseOf(service));
    }

    private static async Task<(string? Status, string? Code)> DatabaseOf(TestService service)
    {
        var report = await service.Admin.GetAsync("/health/ready", HttpStatusCode.OK);
        var part = report.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "database");
        return (part.GetProperty("status").GetString(), part.GetProperty("code").GetString());
    }

    private Task<TestService> StartAsync(string address) => TestService.StartAsync(options => options with { DataFolder = _folder["data"], Database = address, VaultKeyFile = KeyFile });
}
