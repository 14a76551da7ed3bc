using System.Data.Common;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>The rows of an organisation's blobs. A row is added after its object is stored and removed before the object is.</summary>
internal sealed class BlobRowStore(Database database)
{
    // Only blobs that no launch has named for a day may be removed, so recording the time once an hour is enough.
    private const long TouchEvery = 3_600_000;

    /// <summary>Returns a blob; null if the organisation does not have it.</summary>
    public Task<BlobRow?> FindAsync(string organisation, string sha256, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<BlobRow?>(
            "SELECT sha256, size, location FROM blobs WHERE organisation_id = @organisation AND sha256 = @sha256", new { organisation, sha256 }),
        cancellation);

    /// <summary>Returns the blobs of a list that the organisation has.</summary>
    public async Task<IReadOnlyDictionary<string, BlobRow>> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, IReadOnlyCollection<string> hashes)
    {
        var rows = await connection.QueryAsync<BlobRow>(
            $"SELECT sha256, size, location FROM blobs WHERE organisation_id = @organisation AND {database.In("sha256", "@hashes")}",
            new { organisation, hashes = database.List(hashes) },
            transaction);
        return rows.ToDictionary(row => row.Sha256, StringComparer.Ordinal);
    }

    /// <summary>Protects blobs from removal for a day.</summary>
    public Task TouchAsync(DbConnection connection, DbTransaction transaction, string organisation, IReadOnlyCollection<string> hashes) => connection.ExecuteAsync(
        $"""
        UPDATE blobs SET touched_at = {database.Now}
        WHERE organisation_id = @organisation AND touched_at < {database.Now} - {TouchEvery} AND {database.In("sha256", "@hashes")}
        """,
        new { organisation, hashes = database.List(hashes) },
        transaction);

    /// <summary>Adds rows for stored blobs; returns the locations of blobs that the organisation already had, whose new copies can be removed.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(DbConnection connection, DbTransaction transaction, string organisation, IReadOnlyList<BlobRow> blobs)
    {
        List<string> spare = [];
        foreach (var blob in blobs.OrderBy(blob => blob.Sha256, StringComparer.Ordinal))
        {
            var added = await connection.ExecuteAsync(
                $"""
                INSERT INTO blobs (organisation_id, sha256, size, location, created_at, touched_at)
                VALUES (@organisation, @Sha256, @Size, @Location, {database.Now}, {database.Now})
                ON CONFLICT (organisation_id, sha256) DO NOTHING
                """,
                new { organisation, blob.Sha256, blob.Size, blob.Location },
                transaction);
            if (added == 0)
                spare.Add(blob.Location);
        }

        await TouchAsync(connection, transaction, organisation, [.. blobs.Select(blob => blob.Sha256)]);
        return spare;
    }
}

/// <summary>A blob of an organisation in the database.</summary>
internal sealed record BlobRow(string Sha256, long Size, string Location);
