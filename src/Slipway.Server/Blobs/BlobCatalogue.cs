using System.Data.Common;
using Dapper;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>Which contents an organisation has: the rows. A row is made after its object and removed before it.</summary>
internal sealed class BlobCatalogue(Database database)
{
    // Contents that nobody has named for a day may be removed; so it is enough to write down the time once an hour.
    private const long TouchEvery = 3_600_000;

    /// <summary>One content; null when the organisation has it not.</summary>
    public Task<BlobRow?> FindAsync(string organisation, string sha256, CancellationToken cancellation) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<BlobRow?>(
            "SELECT sha256, size, location FROM blobs WHERE organisation_id = @organisation AND sha256 = @sha256", new { organisation, sha256 }),
        cancellation);

    /// <summary>Those of a list that the organisation has.</summary>
    public async Task<IReadOnlyDictionary<string, BlobRow>> FindAsync(DbConnection connection, DbTransaction? transaction, string organisation, IReadOnlyCollection<string> hashes)
    {
        var rows = await connection.QueryAsync<BlobRow>(
            $"SELECT sha256, size, location FROM blobs WHERE organisation_id = @organisation AND {database.In("sha256", "@hashes")}",
            new { organisation, hashes = database.List(hashes) },
            transaction);
        return rows.ToDictionary(row => row.Sha256, StringComparer.Ordinal);
    }

    /// <summary>Keeps contents from being removed for a day.</summary>
    public Task TouchAsync(DbConnection connection, DbTransaction transaction, string organisation, IReadOnlyCollection<string> hashes) => connection.ExecuteAsync(
        $"""
        UPDATE blobs SET touched_at = {database.Now}
        WHERE organisation_id = @organisation AND touched_at < {database.Now} - {TouchEvery} AND {database.In("sha256", "@hashes")}
        """,
        new { organisation, hashes = database.List(hashes) },
        transaction);

    /// <summary>Adds contents that are in the store; gives the locations of those that were there already, of which one copy is enough.</summary>
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
