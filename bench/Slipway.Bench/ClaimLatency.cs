using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Server.Access;
using Slipway.Server.Queue;
using Slipway.Server.Store;
using Slipway.Server.Workers;
using Slipway.Testing;

namespace Slipway.Bench;

/// <summary>
/// How long a claim takes while 10,000 builds of 20 organisations wait and 50,000 have ended, compared with a plain query that
/// selects the oldest row of a table and locks it.
/// </summary>
internal sealed class ClaimLatency(Database database)
{
    private const int Organisations = 20;
    private const int Waiting = 10_000;
    private const int Ended = 50_000;
    private const int Claimers = 8;

    private readonly BuildClaimer _claims = new(database);
    private readonly WorkerRow _worker = new("worker", null, "Android iOS", "1.0");
    private readonly List<string> _organisations = [];

    /// <summary>Measures both databases in turn and prints a table.</summary>
    public static async Task MeasureAsync(string scratch, int rounds)
    {
        Console.WriteLine($"| a claim with its commit, {Waiting} builds waiting | median ms | p99 ms | |");
        Console.WriteLine("|---|---|---|---|");
        Directory.CreateDirectory(scratch);
        File.Delete(Path.Combine(scratch, "slipway.db"));
        await using (var sqlite = DatabaseFactory.Open(null, scratch))
            await new ClaimLatency(sqlite).MeasureThisAsync("SQLite", rounds);
        await using var cluster = await PostgresCluster.StartNewAsync();
        await using var postgres = DatabaseFactory.Open(cluster.CreateDatabase(), scratch);
        await new ClaimLatency(postgres).MeasureThisAsync("PostgreSQL", rounds);
    }

    private async Task MeasureThisAsync(string name, int rounds)
    {
        await Migrator.MigrateAsync(database, CancellationToken.None);
        await SeedAsync();
        await CompareAsync($"{name}, one claimer", 1, rounds);
        await CompareAsync($"{name}, {Claimers} claimers", Claimers, rounds);
        // All builds except those of the last organisation belong to one that already runs as many builds as it may.
        await ExecuteAsync("UPDATE builds SET organisation_id = @first WHERE organisation_id <> @last", new { first = _organisations[0], last = _organisations[^1] });
        await ExecuteAsync("UPDATE organisations SET max_running = 0 WHERE id = @first", new { first = _organisations[0] });
        await ExecuteAsync("UPDATE builds SET state = 'Leased' WHERE key = (SELECT min(key) FROM builds WHERE state = 'Queued' AND organisation_id = @first)", new { first = _organisations[0] });
        var full = new Samples($"{name}, one claimer, {Waiting * (Organisations - 1) / Organisations} of an organisation that runs all it may");
        for (var i = 0; i < rounds; i++)
            await ReturnAsync(await full.MeasureAsync(ClaimAsync));
        Console.WriteLine(full.TailRow());
    }

    private async Task CompareAsync(string name, int claimers, int rounds)
    {
        var (ours, plain) = (new Samples(name), new Samples($"{name}: ORDER BY created_at LIMIT 1 FOR UPDATE"));
        await RunAsync(claimers, rounds / 10, ClaimAsync, new Samples("warm-up"));
        for (var half = 0; half < 2; half++)
        {
            await RunAsync(claimers, rounds / 2 / claimers, ClaimAsync, ours);
            await RunAsync(claimers, rounds / 2 / claimers, ClaimPlainlyAsync, plain);
        }

        Console.WriteLine(ours.TailRow(plain));
        Console.WriteLine(plain.TailRow());
    }

    private Task RunAsync(int claimers, int rounds, Func<Task<string>> claim, Samples samples) => Task.WhenAll(Enumerable.Range(0, claimers).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < rounds; i++)
            await ReturnAsync(await samples.MeasureAsync(claim));
    })));

    private async Task<string> ClaimAsync() => (await _claims.ClaimAsync(_worker, CancellationToken.None))!.Key;

    private Task<string> ClaimPlainlyAsync() => database.WriteAsync(async (c, t) =>
    {
        var locks = database.SkipLocked.Replace(" SKIP LOCKED", "", StringComparison.Ordinal);
        var key = await c.QuerySingleAsync<string>($"SELECT key FROM builds WHERE state = 'Queued' ORDER BY created_at LIMIT 1 {locks}", transaction: t);
        await c.ExecuteAsync("UPDATE builds SET state = 'Leased', attempt = attempt + 1 WHERE key = @key", new { key }, t);
        return key;
    });

    private Task ReturnAsync(string build) => ExecuteAsync("UPDATE builds SET state = 'Queued', worker_id = NULL, lease_until = NULL WHERE key = @build", new { build });

    private Task ExecuteAsync(string sql, object parameters) => database.WriteAsync((c, t) => c.ExecuteAsync(sql, parameters, t));

    private Task SeedAsync() => database.WriteAsync(async (c, t) =>
    {
        for (var i = 0; i < Organisations; i++)
            _organisations.Add(await SeedOrganisationAsync(c, t, i));
        for (var i = 0; i < Ended + Waiting; i++)
        {
            await c.ExecuteAsync(
                """
                INSERT INTO builds (key, organisation_id, environment_key, application_key, build_key, revision, platform, builder_version, version_locked,
                    request, state, status, priority, turn, attempt, created_at, message_count, channel, requested_by)
                VALUES (@key, @organisation, @organisation, @organisation, @organisation, 1, 'Android', '1.0', 0, '{}', @state, 'Waiting', 0, @turn, 0, @turn, 0, 'API', 'bench')
                """,
                new { key = Guid.CreateVersion7().ToString(), organisation = _organisations[i % Organisations], state = i < Ended ? "Failed" : "Queued", turn = (long)i },
                t);
        }
    });

    private async Task<string> SeedOrganisationAsync(DbConnection c, DbTransaction t, int number)
    {
        var id = await new OrganisationStore(database).CreateAsync(c, t, $"Organisation {number}", new OrganisationLimits());
        await c.ExecuteAsync("UPDATE environments SET key = @id WHERE organisation_id = @id", new { id }, t);
        await c.ExecuteAsync("INSERT INTO applications (key, organisation_id, name, created_at) VALUES (@id, @id, 'App', 0)", new { id }, t);
        await c.ExecuteAsync(
            """
            INSERT INTO revisions (build_key, organisation_id, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by)
            VALUES (@id, @id, @id, 1, 'Folder', 'none', 0, 0, 0, 'bench')
            """,
            new { id },
            t);
        return id;
    }
}
