using Dapper;
using Slipway.Server.Blobs;
using Slipway.Server.Revisions;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>
/// Removes blobs that no revision names and that no launch has touched for a day. A launch touches the blobs that it names in its
/// own transaction, so a blob that is touched after it was found unused stays.
/// </summary>
internal sealed class UnusedBlobs(Database database, RevisionStore revisions, BlobReceiver keeper)
{
    private const long Day = 86_400_000;
    private const int AtOnce = 500;

    /// <summary>Removes the unused blobs of an organisation; returns their number.</summary>
    public async Task<int> RemoveAsync(string organisation, CancellationToken cancellation)
    {
        var candidates = await database.ReadAsync(
            connection => connection.QueryAsync<string>($"SELECT sha256 FROM blobs WHERE organisation_id = @organisation AND touched_at < {database.Now} - {Day}", new { organisation }), cancellation);
        var unused = candidates.ToHashSet(StringComparer.Ordinal);
        if (unused.Count > 0)
            await KeepNamedAsync(organisation, unused, cancellation);
        var removed = 0;
        foreach (var some in unused.Chunk(AtOnce))
        {
            var locations = await database.WriteAsync(
                async (connection, transaction) => (await connection.QueryAsync<string>(
                    $"DELETE FROM blobs WHERE organisation_id = @organisation AND touched_at < {database.Now} - {Day} AND {database.In("sha256", "@some")} RETURNING location",
                    new { organisation, some = database.List(some) },
                    transaction)).AsList(),
                cancellation);
            FaultInjection.Reach(FaultInjection.BeforeDelete);
            await keeper.DiscardAsync(locations);
            removed += locations.Count;
        }

        return removed;
    }

    private async Task KeepNamedAsync(string organisation, HashSet<string> unused, CancellationToken cancellation)
    {
        var manifests = await database.ReadAsync(
            connection => connection.QueryAsync<string>("SELECT DISTINCT manifest_sha256 FROM revisions WHERE organisation_id = @organisation", new { organisation }), cancellation);
        foreach (var manifest in manifests)
        {
            unused.Remove(manifest);
            foreach (var file in (await revisions.ManifestAsync(organisation, manifest, cancellation)).Files)
                unused.Remove(file.Sha256);
        }
    }
}
