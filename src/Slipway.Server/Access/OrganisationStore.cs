using System.Data.Common;
using Dapper;
using Slipway.Protocol.Access;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Organisations in the database.</summary>
internal sealed class OrganisationStore(Database database)
{
    /// <summary>The environment that every new organisation has.</summary>
    public const string FirstEnvironment = "Development";

    /// <summary>Returns a page of the organisations by name, and one more row.</summary>
    public async Task<IReadOnlyList<OrganisationDescription>> ListAsync(Paging page, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(connection => connection.QueryAsync<OrganisationRow>(
            "SELECT id, name, created_at, storage_quota, retention_days, max_running, reads_per_minute, creations_per_minute, changes_per_minute FROM organisations ORDER BY name LIMIT @Take OFFSET @Offset",
            new { page.Take, page.Offset }), cancellation);
        return [.. rows.Select(row => row.Describe())];
    }

    /// <summary>Sets the limits of an organisation; returns false if none has this id.</summary>
    public static async Task<bool> LimitAsync(DbConnection connection, DbTransaction transaction, string id, OrganisationLimits limits) => await connection.ExecuteAsync(
        """
        UPDATE organisations SET storage_quota = @StorageQuota, retention_days = @RetentionDays, max_running = @MaxRunning,
            reads_per_minute = @ReadsPerMinute, creations_per_minute = @CreationsPerMinute, changes_per_minute = @ChangesPerMinute
        WHERE id = @id
        """,
        new { id, limits.StorageQuota, limits.RetentionDays, limits.MaxRunning, limits.ReadsPerMinute, limits.CreationsPerMinute, limits.ChangesPerMinute },
        transaction) > 0;

    /// <summary>Creates an organisation with one environment; returns its id.</summary>
    /// <exception cref="ProblemException">The name is taken.</exception>
    public async Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, string name, OrganisationLimits limits)
    {
        if (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM organisations WHERE name = @name", new { name }, transaction) > 0)
            throw new ProblemException(ServiceProblems.Exists.At("name", $"There is an organisation '{name}'."));
        var id = Guid.CreateVersion7().ToString();
        await connection.ExecuteAsync(
            $"""
            INSERT INTO organisations (id, name, created_at, storage_quota, retention_days, max_running, reads_per_minute, creations_per_minute, changes_per_minute)
            VALUES (@id, @name, {database.Now}, @StorageQuota, @RetentionDays, @MaxRunning, @ReadsPerMinute, @CreationsPerMinute, @ChangesPerMinute)
            """,
            new { id, name, limits.StorageQuota, limits.RetentionDays, limits.MaxRunning, limits.ReadsPerMinute, limits.CreationsPerMinute, limits.ChangesPerMinute },
            transaction);
        await connection.ExecuteAsync(
            $"""
            INSERT INTO environments (key, organisation_id, name, launch_policy, created_at)
            VALUES (@key, @id, @FirstEnvironment, 'AnyFrontEnd', {database.Now})
            """,
            new { key = Guid.CreateVersion7().ToString(), id, FirstEnvironment },
            transaction);
        return id;
    }
}

/// <summary>An organisation in the database.</summary>
internal sealed record OrganisationRow(
    string Id, string Name, long CreatedAt, long StorageQuota, long RetentionDays, long MaxRunning, long ReadsPerMinute, long CreationsPerMinute, long ChangesPerMinute)
{
    /// <summary>Returns the description that the API sends.</summary>
    public OrganisationDescription Describe() => new(Guid.Parse(Id), Name, DatabaseTime.Of(CreatedAt), new OrganisationLimits
    {
        StorageQuota = StorageQuota,
        RetentionDays = RetentionDays,
        MaxRunning = MaxRunning,
        ReadsPerMinute = ReadsPerMinute,
        CreationsPerMinute = CreationsPerMinute,
        ChangesPerMinute = ChangesPerMinute,
    });
}
