using Dapper;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>Removes what was never completed: pieces of blobs, artifacts of lost attempts, and old answers to requests with an Idempotency-Key.</summary>
internal sealed class AbandonedUploads(Database database, BlobReceiver keeper)
{
    private const long Day = 86_400_000;

    /// <summary>Removes them; returns the number of objects.</summary>
    public async Task<int> RemoveAsync(CancellationToken cancellation)
    {
        var locations = await database.WriteAsync(
            async (connection, transaction) =>
            {
                var pieces = await connection.QueryAsync<string>($"DELETE FROM blob_pieces WHERE created_at < {database.Now} - {Day} RETURNING location", transaction: transaction);
                var artifacts = await connection.QueryAsync<string>(
                    """
                    DELETE FROM artifacts
                    WHERE published = 0 AND NOT EXISTS (SELECT 1 FROM builds b WHERE b.key = artifacts.build AND b.state = 'Leased' AND b.attempt = artifacts.attempt)
                    RETURNING location
                    """,
                    transaction: transaction);
                await connection.ExecuteAsync($"DELETE FROM idempotent_requests WHERE created_at < {database.Now} - {Day}", transaction: transaction);
                return pieces.Concat(artifacts).ToList();
            },
            cancellation);
        FaultInjection.Reach(FaultInjection.BeforeDelete);
        await keeper.DiscardAsync(locations);
        return locations.Count;
    }
}
