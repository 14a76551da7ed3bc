using System.Data.Common;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Slipway.Protocol.Access;
using Slipway.Protocol.Workers;
using Slipway.Server.Access;
using Slipway.Server.Builds;
using Slipway.Server.Queue;
using Slipway.Server.Store;
using Slipway.Server.Workers;

namespace Slipway.Server.Tests.Queue;

/// <summary>The queue's parts over a database, as one server has them.</summary>
internal sealed class TestQueue(Database database)
{
    private static readonly string[] AllPlatforms = ["Android", "iOS"];
    private readonly BuildLog _log = new(database);

    public Database Database => database;

    public BuildQueue Turns => new(database);

    public BuildClaimer Claims => new(database);

    public LeaseStore Leases => new(database);

    public BuildTransitions Ending => new(database, _log);

    public WorkerResults Results => new(database, Leases, _log, Ending);

    public BuildControl Cancellations => new(database, Turns, Ending, new AuditTrail(database));

    public ExpiredLeaseSweeper Keeper => KeeperAt(TimeProvider.System);

    public BuildStore Builds => new(database);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ExpiredLeaseSweeper KeeperAt(TimeProvider time) => new(database, Ending, time, NullLogger<ExpiredLeaseSweeper>.Instance);

    /// <summary>Who works for an organisation.</summary>
    public static Caller CallerOf(string organisation) => new("token", organisation, null, new HashSet<string>(), "127.0.0.1");

    /// <summary>Makes an organisation with an application that has a revision.</summary>
    public Task<string> OrganisationAsync(string name, long maxRunning = 100_000) => database.WriteAsync(
        async (c, t) =>
        {
            var id = await new OrganisationStore(database).CreateAsync(c, t, name, new OrganisationLimits { MaxRunning = maxRunning });
            await c.ExecuteAsync($"INSERT INTO applications (key, organisation_id, name, created_at) VALUES (@id, @id, 'App', {database.Now})", new { id }, t);
            await c.ExecuteAsync(
                $"""
                INSERT INTO revisions (build_key, organisation_id, application_key, revision, kind, manifest_sha256, file_count, total_size, created_at, created_by)
                VALUES (@id, @id, @id, 1, 'Folder', 'none', 0, 0, {database.Now}, 'test')
                """,
                new { id },
                t);
            return id;
        },
        Cancellation);

    /// <summary>Queues a build.</summary>
    public async Task<string> EnqueueAsync(string organisation, string platform = "Android", string version = "1.0", long priority = 0) =>
        (await EnqueueAsync(organisation, 1, platform, version, priority))[0];

    /// <summary>Queues builds one after the other.</summary>
    public Task<IReadOnlyList<string>> EnqueueAsync(string organisation, int count, string platform = "Android", string version = "1.0", long priority = 0) => database.WriteAsync(
        async (c, t) =>
        {
            List<string> keys = [];
            for (var i = 0; i < count; i++)
                keys.Add(await EnqueueAsync(c, t, organisation, platform, version, priority));
            return (IReadOnlyList<string>)keys;
        },
        Cancellation);

    /// <summary>Registers a worker with a token of its own.</summary>
    public Task<WorkerRow> WorkerAsync(string? organisation = null, string[]? platforms = null, string version = "1.0") => database.WriteAsync(
        async (c, t) =>
        {
            var (token, _) = await new TokenStore(database).CreateAsync(c, t, new NewToken(organisation, null, "worker", [Scope.Worker], null));
            var row = new WorkerRow(token, organisation, string.Join(' ', platforms ?? AllPlatforms), version);
            await c.ExecuteAsync(
                $"""
                INSERT INTO workers (id, organisation_id, token_id, name, platforms, builder_versions, slots, created_at, seen_at)
                VALUES (@Id, @OrganisationId, @Id, 'worker', @Platforms, @BuilderVersions, 1, {database.Now}, {database.Now})
                """,
                row,
                t);
            return row;
        },
        Cancellation);

    public Task<ClaimedBuild?> ClaimAsync(WorkerRow worker) => Claims.ClaimAsync(worker, Cancellation);

    /// <summary>The worker's hold of a build; a worker here has the id of its token.</summary>
    public static LeaseId LeaseOf(WorkerRow worker, ClaimedBuild build) => new(worker.Id, build.Key, build.Attempt);

    /// <summary>Lets a lease run out.</summary>
    public Task LapseAsync(string build) => ExecuteAsync("UPDATE builds SET lease_until = 0 WHERE key = @build", new { build });

    public Task<int> SweepAsync() => Keeper.SweepAsync(Cancellation);

    /// <summary>Adds an artifact as the upload of a worker does.</summary>
    public Task UploadAsync(string organisation, ClaimedBuild build, string sha256) => ExecuteAsync(
        $"""
        INSERT INTO artifacts (id, organisation_id, build, attempt, kind, name, size, sha256, location, created_at, published)
        VALUES (@id, @organisation, @Key, @Attempt, 'binary', 'app.apk', 1, @sha256, @id, {database.Now}, 0)
        """,
        new { id = Guid.CreateVersion7().ToString(), organisation, build.Key, build.Attempt, sha256 });

    public Task<IReadOnlyList<string>> PublishedAsync(string build) => database.ReadAsync<IReadOnlyList<string>>(
        async c => (await c.QueryAsync<string>("SELECT sha256 FROM artifacts WHERE build = @build AND published = 1", new { build })).AsList(), Cancellation);

    public async Task<string> StateAsync(string build) => await ScalarAsync<string>("SELECT state FROM builds WHERE key = @build", new { build });

    public async Task<string[]> LogAsync(string build) => [.. (await Builds.MessagesAsync(build, 0, 100_000, Cancellation)).Select(line => line.Message)];

    public Task<T> ScalarAsync<T>(string sql, object? parameters = null) => database.ReadAsync(async c => (await c.ExecuteScalarAsync<T>(sql, parameters))!, Cancellation);

    public Task<IDictionary<string, object?>> RowAsync(string build) => database.ReadAsync(
        async c => (IDictionary<string, object?>)await c.QuerySingleAsync("SELECT * FROM builds WHERE key = @build", new { build }), Cancellation);

    public Task ExecuteAsync(string sql, object? parameters = null) => database.WriteAsync((c, t) => c.ExecuteAsync(sql, parameters, t), Cancellation);

    /// <summary>What a worker says when it has built an app with one artifact.</summary>
    public static CompleteRequest Success(string sha256) => new(
        [new CompletedArtifact("binary", "app.apk", 1, sha256)],
        new BuildFacts("org.example.notes", "Notes", "1.0", 1, Protocol.Builds.MobileBuildType.Debug, []),
        new Dictionary<string, double> { ["total"] = 1 },
        []);

    private async Task<string> EnqueueAsync(DbConnection c, DbTransaction t, string organisation, string platform, string version, long priority)
    {
        var environment = await c.QuerySingleAsync<string>("SELECT key FROM environments WHERE organisation_id = @organisation", new { organisation }, t);
        return await Turns.AddAsync(c, t, CallerOf(organisation), new QueuedBuild
        {
            EnvironmentKey = environment,
            ApplicationKey = organisation,
            BuildKey = organisation,
            Revision = 1,
            Platform = platform,
            BuilderVersion = version,
            Request = "{}",
            Priority = priority,
            Channel = "API",
        });
    }
}
