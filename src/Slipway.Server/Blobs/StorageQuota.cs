using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Store;

namespace Slipway.Server.Blobs;

/// <summary>How much an organisation may keep, counted from the rows themselves, so that it cannot drift.</summary>
internal sealed class StorageQuota(Database database)
{
    private const string UsedSql =
        """
        SELECT coalesce((SELECT sum(size) FROM blobs WHERE organisation_id = @organisation), 0)
             + coalesce((SELECT sum(size) FROM blob_pieces WHERE organisation_id = @organisation), 0)
             + coalesce((SELECT sum(size) FROM artifacts WHERE organisation_id = @organisation), 0)
        """;

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

    /// <summary>Refuses an upload of a length before its bytes are read. What counts is the check in the transaction.</summary>
    /// <exception cref="ProblemException">There is not that much left.</exception>
    public Task RequireSpaceAsync(string organisation, long bytes, CancellationToken cancellation) => database.ReadAsync(
        async connection =>
        {
            var quota = await connection.ExecuteScalarAsync<long>("SELECT storage_quota FROM organisations WHERE id = @organisation", new { organisation });
            var used = await UsedAsync(connection, null, organisation);
            return used + bytes <= quota
                ? true
                : throw new ProblemException(ServerProblems.QuotaExceeded.At("organisation", $"{bytes} bytes do not fit: {used} of {quota} are in use."));
        },
        cancellation);
}
