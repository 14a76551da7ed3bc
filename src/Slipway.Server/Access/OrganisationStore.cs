using System.Data.Common;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Access;

/// <summary>Organisations in the database.</summary>
internal sealed class OrganisationStore(Database database)
{
    /// <summary>The environment that every organisation begins with.</summary>
    public const string FirstEnvironment = "Development";

    /// <summary>Makes an organisation with one environment; gives its id.</summary>
    public async Task<string> CreateAsync(DbConnection connection, DbTransaction transaction, string name, OrganisationLimits limits)
    {
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
