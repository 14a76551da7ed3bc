using System.Data.Common;
using Dapper;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Removes builds, and revisions without builds, once they are older than their organisation's retention.</summary>
internal sealed class ExpiredBuilds(Database database, BlobReceiver keeper)
{
    private const int AtOnce = 100;
    private const long Day = 86_400_000;

    /// <summary>Removes builds with their logs and artifacts; returns the number of them.</summary>
    public async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        for (var removed = 0; ;)
        {
            var (count, locations) = await database.WriteAsync(RemoveSomeAsync, cancellation);
            FaultInjection.Reach(FaultInjection.BeforeDelete);
            await keeper.DiscardAsync(locations);
            removed += count;
            if (count < AtOnce)
                return removed;
        }
    }

    /// <summary>Removes revisions without builds, but never the last of an application; returns the number of them.</summary>
    public Task<int> RemoveRevisionsAsync(CancellationToken cancellation) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            $"""
            DELETE FROM revisions
            WHERE created_at < {database.Now} - {Day} * (SELECT retention_days FROM organisations o WHERE o.id = revisions.organisation_id)
              AND revision < (SELECT max(later.revision) FROM revisions later WHERE later.application_key = revisions.application_key)
              AND NOT EXISTS (SELECT 1 FROM builds WHERE builds.build_key = revisions.build_key)
            """,
            transaction: transaction),
        cancellation);

    private async Task<(int Count, IReadOnlyList<string> Locations)> RemoveSomeAsync(DbConnection connection, DbTransaction transaction)
    {
        var expired = await connection.QueryAsync<string>(
            $"""
            SELECT b.key FROM builds b JOIN organisations o ON o.id = b.organisation_id
            WHERE b.finished_at < {database.Now} - {Day} * o.retention_days ORDER BY b.finished_at LIMIT {AtOnce}
            """,
            transaction: transaction);
        var keys = expired.AsList();
        var parameters = new { keys = database.List(keys) };
        var locations = await connection.QueryAsync<string>($"DELETE FROM artifacts WHERE {database.In("build", "@keys")} RETURNING location", parameters, transaction);
        await connection.ExecuteAsync($"DELETE FROM build_messages WHERE {database.In("build", "@keys")}", parameters, transaction);
        await connection.ExecuteAsync($"DELETE FROM builds WHERE {database.In("key", "@keys")}", parameters, transaction);
        return (keys.Count, [.. locations]);
    }
}
