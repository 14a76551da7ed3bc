using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>How much an organisation may keep, counted from the rows themselves, so that it cannot drift.</summary>
internal sealed class StorageQuota(Database database)
{
    /// <summary>What the smallest object counts for, in bytes: it has a row, a file in a block of the disk, and entries in lists.</summary>
    public const long LeastPerObject = 4096;

    private const string Cost = "sum(CASE WHEN size < 4096 THEN 4096 ELSE size END)";

    private const string UsedSql =
        $"""
        SELECT coalesce((SELECT {Cost} FROM blobs WHERE organisation_id = @organisation), 0)
             + coalesce((SELECT {Cost} FROM blob_pieces WHERE organisation_id = @organisation), 0)
             + coalesce((SELECT {Cost} FROM artifacts WHERE organisation_id = @organisation), 0)
        """;

    private readonly ConcurrentDictionary<string, UploadsUnderWay> _underWay = new(StringComparer.Ordinal);

    /// <summary>What an object of a size counts for.</summary>
    public static long CostOf(long size) => Math.Max(size, LeastPerObject);

    /// <summary>Bytes in use.</summary>
    public static Task<long> UsedAsync(DbConnection connection, DbTransaction? transaction, string organisation) =>
        connection.ExecuteScalarAsync<long>($"SELECT CAST(({UsedSql}) AS BIGINT)", new { organisation }, transaction);

    /// <summary>
    /// Runs a change that adds rows, and refuses the transaction when it leaves the organisation with more than its quota. One
    /// such change of an organisation runs at a time.
    /// </summary>
    /// <exception cref="ProblemException">The quota is used up.</exception>
    public async Task<T> WithinAsync<T>(DbConnection connection, DbTransaction transaction, string organisation, Func<Task<T>> change)
    {
        await database.SerialiseAsync(connection, transaction, "quota:" + organisation);
        var quota = await connection.ExecuteScalarAsync<long>("SELECT storage_quota FROM organisations WHERE id = @organisation", new { organisation }, transaction);
        var result = await change();
        var used = await UsedAsync(connection, transaction, organisation);
        return used <= quota ? result : throw new ProblemException(ServerProblems.QuotaExceeded.At("organisation", $"That would take {used} bytes of {quota}."));
    }

    /// <summary>Takes space for an upload before its bytes are read, so that no more reach the disk than there is space for. What counts in the end is the check in the transaction.</summary>
    /// <exception cref="ProblemException">There is not that much left.</exception>
    public async Task<SpaceReservation> ReserveAsync(string organisation, long bytes, CancellationToken cancellation)
    {
        var uploads = _underWay.GetOrAdd(organisation, _ => new UploadsUnderWay());
        long kept;
        lock (uploads)
            kept = uploads.Kept;
        var (quota, used) = await database.ReadAsync(
            async connection => (
                await connection.ExecuteScalarAsync<long>("SELECT storage_quota FROM organisations WHERE id = @organisation", new { organisation }),
                await UsedAsync(connection, null, organisation)),
            cancellation);
        var space = new SpaceReservation(uploads, quota, used, kept);
        space.Take(bytes);
        return space;
    }
}
