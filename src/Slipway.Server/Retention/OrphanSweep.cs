using Dapper;
using Slipway.Server.Blobs;
using Slipway.Server.Store;

namespace Slipway.Server.Retention;

/// <summary>
/// Compares the store with the rows. An object without a row is removed if it had none in the previous run either and is older
/// than any upload takes; a row without an object is only reported.
/// </summary>
internal sealed class OrphanSweep(Database database, IBlobStore store)
{
    private const long TwoHours = 7_200_000;
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);

    private readonly Dictionary<string, HashSet<string>> _suspects = new(StringComparer.Ordinal);

    /// <summary>Compares the objects and rows of an organisation.</summary>
    /// <returns>The number of removed objects, and the rows without objects.</returns>
    public async Task<(int Removed, IReadOnlyList<string> Missing)> RunAsync(string organisation, CancellationToken cancellation)
    {
        var objects = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var item in store.ListAsync(organisation + "/", Age, cancellation))
            objects.Add(item.Location);
        var rows = await RowsAsync(organisation, cancellation);
        var missing = rows.Where(row => row.IsOld != 0 && !objects.Contains(row.Location)).Select(row => row.Location).ToList();
        foreach (var row in rows)
            objects.Remove(row.Location);
        var before = _suspects.GetValueOrDefault(organisation, []);
        var orphans = objects.Where(before.Contains).ToList();
        foreach (var orphan in orphans)
            await store.DeleteAsync(orphan, cancellation);
        objects.ExceptWith(orphans);
        _suspects[organisation] = objects;
        return (orphans.Count, await StillThereAsync(missing, organisation, cancellation));
    }

    private async Task<IReadOnlyList<LocationRow>> RowsAsync(string organisation, CancellationToken cancellation)
    {
        var rows = await database.ReadAsync(
            connection => connection.QueryAsync<LocationRow>(
                string.Join(" UNION ALL ", new[] { "blobs", "blob_pieces", "artifacts" }.Select(table =>
                    $"SELECT location, CASE WHEN created_at < {database.Now} - {TwoHours} THEN 1 ELSE 0 END AS is_old FROM {table} WHERE organisation_id = @organisation")),
                new { organisation }),
            cancellation);
        return rows.AsList();
    }

    // An object whose row was removed during the listing is not missing.
    private async Task<IReadOnlyList<string>> StillThereAsync(List<string> missing, string organisation, CancellationToken cancellation)
    {
        if (missing.Count == 0)
            return missing;
        var now = (await RowsAsync(organisation, cancellation)).Select(row => row.Location).ToHashSet(StringComparer.Ordinal);
        return [.. missing.Where(now.Contains)];
    }
}

/// <summary>The location of an object as a row states it.</summary>
internal sealed record LocationRow
{
    /// <summary>The name of the object.</summary>
    public string Location { get; init; } = "";

    /// <summary>Whether the row is so old that a listing of the store must include its object: 0 or 1.</summary>
    public long IsOld { get; init; }
}
