using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Tests.Store;

/// <summary>A primary that becomes a standby, as in a failover.</summary>
public sealed class PostgresStandbyTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private PostgresCluster _cluster = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _cluster = await PostgresCluster.StartNewAsync();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_standby_is_told_by_health_to_callers_as_something_that_passes_and_at_the_start()
    {
        var address = _cluster.CreateDatabase();
        await using (var service = await TestService.StartAsync(options => options with { Database = address }))
        {
            await _cluster.BecomeStandbyAsync();
            var database = service.App.Services.GetRequiredService<Database>();
            while (await FailsAsync(database))
            {
                // A pool may hold as many broken connections as it had.
            }

            var report = await service.Admin.GetAsync("/health/ready", HttpStatusCode.ServiceUnavailable);
            var part = report.GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("name").GetString() == "database");
            Assert.Equal("SLW-DBS-50001", part.GetProperty("code").GetString());
            using var write = await service.Admin.PostAsync("/api/v1/applications", new StringContent("""{"name":"x"}""", System.Text.Encoding.UTF8, "application/json"), Cancellation);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, write.StatusCode);
            Assert.Contains("SLW-SRV-10001", await write.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        var options = new ServerOptions(Path.Combine(_folder.Path, "data")) { Urls = ["http://127.0.0.1:0"], Logs = false, Database = address };
        var refused = await Assert.ThrowsAsync<ProblemException>(async () => await HostedServer.StartAsync(options, Cancellation));
        Assert.Equal("SLW-DBS-50001", refused.Problems[0].Code);
        var several = options with { Database = address.Replace($"127.0.0.1:{new Uri(address).Port}", "127.0.0.1,localhost", StringComparison.Ordinal) + $"?port={new Uri(address).Port}" };
        refused = await Assert.ThrowsAsync<ProblemException>(async () => await HostedServer.StartAsync(several, Cancellation));
        Assert.Equal("SLW-DBS-50001", refused.Problems[0].Code);
    }

    private static async Task<bool> FailsAsync(Database database)
    {
        try
        {
            await database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT 1"), Cancellation);
            return false;
        }
        catch (Exception e) when (database.IsUnavailable(e))
        {
            return true;
        }
    }
}
