using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>Enforces the storage quota of organisations. Usage is summed from the rows themselves, so that it cannot drift.</summary>
internal sealed class StorageQuota(Database database)
{
    /// <summary>The minimum that an object counts for, in bytes, because even an empty one needs a row, a block of the disk, and entries in lists.</summary>
    public const long LeastPerObject = 4096;

    private const string Cost = "sum(CASE WHEN size < 4096 THEN 4096 ELSE size END)";

    private const string UsedSql =
        $"""
        SELECT coalesce((SELECT {Cost} FROM blobs WHERE organisation_id = @organisation), 0)
             + coalesce((SELECT {Cost} FROM blob_pieces WHERE organisation_id = @organisation), 0)
             + coalesce((SELECT {Cost} FROM artifacts WHERE organisation_id = @organisation), 0)
        """;

    private readonly ConcurrentDictionary<string, UploadsUnderWay> _underWay = new(StringComparer.Ordinal);

    /// <summary>Returns the bytes that an object of a size counts for.</summary>
    public static long CostOf(long size) => Math.Max(size, LeastPerObject);

    /// <summary>Returns the bytes in use.</summary>
    public static Task<long> UsedAsync(DbConnection connection, DbTransaction? transaction, string organisation) =>
        connection.ExecuteScalarAsync<long>($"SELECT CAST(({UsedSql}) AS BIGINT)", new { organisation }, transaction);

    /// <summary>
    /// Runs a change that adds rows, and fails the transaction if it exceeds the organisation's quota. Such changes of one
    /// organisation run one at a time.
    /// </summary>
    /// <exception cref="ProblemException">The quota is used up.</exception>
    public async Task<T> WithinAsync<T>(DbConnection connection, DbTransaction transaction, string organisation, Func<Task<T>> change)
    {
        await database.SerialiseAsync(connection, transaction, "quota:" + organisation);
        var quota = await connection.ExecuteScalarAsync<long>("SELECT storage_quota FROM organisations WHERE id = @organisation", new { organisation }, transaction);
        var result = await change();
        var used = await UsedAsync(connection, transaction, organisation);
        return used <= quota ? result : throw new ProblemException(ServiceProblems.QuotaExceeded.At("organisation", $"That would take {used} bytes of {quota}."));
    }

    /// <summary>
    /// Reserves space for an upload before its bytes are read, so that no more bytes reach the disk than fit into the quota. The
    /// check in the transaction decides in the end.
    /// </summary>
    /// <exception cref="ProblemException">The quota does not have that much left.</exception>
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

/// <summary>Uploads of an organisation to this server that are in progress, so that parallel uploads do not each use the same remaining quota.</summary>
internal sealed class UploadsUnderWay
{
    /// <summary>Bytes reserved by uploads that have not ended.</summary>
    public long Held { get; set; }

    /// <summary>Counter of the bytes that uploads have kept since the server started; only differences are meaningful.</summary>
    public long Kept { get; set; }
}
