using System.Data.Common;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Slipway.Soak.Tests;

/// <summary>Real processes on a real database and a real store, while any of them dies at any time.</summary>
public sealed class SoakTests(ITestOutputHelper output)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Enough for each member to die some times while the other tests wait; SLIPWAY_SOAK_BUILDS=2000 took half an hour on two busy cores.
    private const int UsualBuilds = 60;

    private static int Builds => int.TryParse(Environment.GetEnvironmentVariable("SLIPWAY_SOAK_BUILDS"), CultureInfo.InvariantCulture, out var number) ? number : UsualBuilds;

    [Fact]
    public async Task Three_servers_and_four_workers_lose_and_double_nothing_while_they_are_killed()
    {
        using var folder = new SoakFolder();
        await using var cluster = await PostgresCluster.StartNewAsync();
        var database = ConnectionTo(cluster);
        await using var store = new S3Server();
        await store.InitializeAsync();
        await using var fleet = new Fleet(folder.Path, new() { ["AWS_ACCESS_KEY_ID"] = S3Server.Key, ["AWS_SECRET_ACCESS_KEY"] = S3Server.Key }, servers: 3);
        for (var i = 0; i < 3; i++)
            fleet.AddServer(i, "--database", cluster.Address, "--blobs", $"s3://{S3Server.Bucket}?endpoint={store.Endpoint}&region=us-east-1", "--vault-key", folder.VaultKey);
        var load = await BeginAsync(fleet, folder, workers: 4);
        await LeaseWatch.InstallAsync(database);
        var restarts = 0;
        await using (new Chaos(fleet, TimeSpan.FromSeconds(3), seed: 1, () => Waiting.LookAsync(() => new NpgsqlConnection(database))))
        {
            await RunAsync(load, Builds, async done =>
            {
                if (done == Builds / 3 || done == 2 * Builds / 3)
                {
                    await cluster.RestartAsync();
                    restarts++;
                }
            });
            await Waiting.ForEndsAsync(() => new NpgsqlConnection(database), Builds, Cancellation);
        }

        await fleet.ReadyAsync(Cancellation);
        await JudgeAsync(load, () => new NpgsqlConnection(database));
        Assert.Empty(await LeaseWatch.ViolationsAsync(database));
        await using var connection = new NpgsqlConnection(database);
        Assert.InRange(await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM claims"), Builds, 3 * Builds);
        Assert.Equal(2, restarts);
        Report(fleet, load);
    }

    [Fact]
    public async Task One_server_on_sqlite_loses_and_doubles_nothing_while_it_is_killed()
    {
        var builds = Math.Max(1, Builds / 10);
        using var folder = new SoakFolder();
        await using var fleet = new Fleet(folder.Path, [], servers: 1);
        fleet.AddServer(0, "--vault-key", folder.VaultKey);
        var load = await BeginAsync(fleet, folder, workers: 2);
        SqliteConnection Connect() => new($"Data Source={Path.Combine(folder.Path, "server-0", "slipway.db")};Default Timeout=30");
        await using (new Chaos(fleet, TimeSpan.FromSeconds(4), seed: 2, () => Waiting.LookAsync(Connect)))
        {
            await RunAsync(load, builds, _ => Task.CompletedTask);
            await Waiting.ForEndsAsync(Connect, builds, Cancellation);
        }

        await fleet.ReadyAsync(Cancellation);
        await JudgeAsync(load, Connect);
        await using var connection = Connect();
        Assert.Equal("ok", await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check"));
        Report(fleet, load);
    }

    [Fact]
    public async Task The_watch_sees_a_lease_that_passes_on_and_an_end_that_changes()
    {
        await using var cluster = await PostgresCluster.StartNewAsync();
        var database = ConnectionTo(cluster);
        await using (var fresh = Server.Store.DatabaseFactory.Open(cluster.Address, "/nowhere"))
            await Server.Store.Migrator.MigrateAsync(fresh, Cancellation);
        await LeaseWatch.InstallAsync(database);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Cancellation);
        // Without the rows that a build refers to; only the watch stays awake.
        await connection.ExecuteAsync("ALTER TABLE builds ENABLE ALWAYS TRIGGER watch_build");
        await connection.ExecuteAsync("SET session_replication_role = replica");
        await connection.ExecuteAsync(
            """
            INSERT INTO builds (key, organisation_id, environment_key, application_key, build_key, revision, platform, builder_version, version_locked, request, state, status, priority, turn, attempt, losses, created_at, message_count, channel, requested_by)
            VALUES ('a', 'o', 'e', 'p', 'r', 1, 'Android', '0', 0, '{}', 'Queued', 'Waiting', 0, 1, 0, 0, 0, 0, 'API', 't')
            """);
        await connection.ExecuteAsync("UPDATE builds SET state = 'Leased', attempt = 1, worker_id = 'w1'");
        Assert.Empty(await LeaseWatch.ViolationsAsync(database));
        await connection.ExecuteAsync("UPDATE builds SET state = 'Queued', worker_id = NULL");
        // Claimed and undone at once is no claim; undone later is a step back.
        await connection.ExecuteAsync(
            "DO $$ BEGIN UPDATE builds SET state = 'Leased', attempt = 2, worker_id = 'w1'; UPDATE builds SET state = 'Queued', attempt = 1, worker_id = NULL; END $$");
        await connection.ExecuteAsync("UPDATE builds SET state = 'Leased', attempt = 2, worker_id = 'w1'");
        Assert.Empty(await LeaseWatch.ViolationsAsync(database));
        await connection.ExecuteAsync("UPDATE builds SET worker_id = 'w2'");
        await connection.ExecuteAsync("UPDATE builds SET state = 'Queued', attempt = 1; UPDATE builds SET state = 'Succeeded'; UPDATE builds SET state = 'Failed'");
        Assert.Equal(3, (await LeaseWatch.ViolationsAsync(database)).Count);
    }

    private static string ConnectionTo(PostgresCluster cluster)
    {
        var address = new Uri(cluster.Address);
        return new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port, Username = address.UserInfo, Database = address.AbsolutePath[1..], Pooling = false }.ToString();
    }

    private static async Task<Load> BeginAsync(Fleet fleet, SoakFolder folder, int workers)
    {
        await fleet.ReadyAsync(Cancellation);
        var admin = await folder.AdministratorTokenAsync(fleet, Cancellation);
        var client = new HttpClient { BaseAddress = fleet.Balancer.Address, Timeout = TimeSpan.FromSeconds(30) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", admin);
        var tokenFile = await folder.WorkerTokenAsync(client, Cancellation);
        for (var i = 0; i < workers; i++)
            fleet.AddWorker(i, tokenFile);
        return new Load(client);
    }

    private static async Task RunAsync(Load load, int builds, Func<int, Task> after)
    {
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, builds), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation }, async (number, token) =>
        {
            await load.LaunchAsync(number, token);
            await after(Interlocked.Increment(ref done));
        });
    }

    private static async Task JudgeAsync(Load load, Func<DbConnection> connect)
    {
        Assert.Empty(await Verdict.OfAsync(load, Cancellation));
        await using var connection = connect();
        var rows = (await connection.QueryAsync<(string State, long Packages)>(
            "SELECT b.state, (SELECT count(*) FROM artifacts a WHERE a.build = b.key AND a.kind = 'binary' AND a.published = 1) FROM builds b")).ToList();
        Assert.Equal(load.Launched.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(row.State == "Succeeded" ? 1 : 0, row.Packages));
    }

    private void Report(Fleet fleet, Load load) => output.WriteLine(JsonSerializer.Serialize(new
    {
        builds = load.Launched.Count,
        repeatedRequests = load.Repeated,
        kills = fleet.Members.ToDictionary(m => m.Name, m => m.Kills),
    }));
}
