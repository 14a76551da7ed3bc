using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>Holds of workers on builds. Every write of a worker goes through one, so that a worker that was given up changes nothing.</summary>
internal sealed class Leases(Database database)
{
    private const string Columns = "key, organisation_id, build_key, attempt, message_count, lines_received, cancel_requested_at";
    private const string Own = "key = @Build AND attempt = @Attempt AND worker_id IN (SELECT id FROM workers WHERE token_id = @Token)";
    private const string Held = Own + " AND state = 'Leased'";

    /// <summary>The build, when the lease holds now.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<LeasedBuild> RequireAsync(DbConnection connection, DbTransaction? transaction, Lease lease) =>
        await connection.QuerySingleOrDefaultAsync<LeasedBuild?>($"SELECT {Columns} FROM builds WHERE {Held} AND lease_until > {database.Now}", lease, transaction) ?? throw Lost(lease);

    /// <summary>The same, and nobody else changes the build until the transaction ends.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<LeasedBuild> LockAsync(DbConnection connection, DbTransaction transaction, Lease lease) =>
        await connection.QuerySingleOrDefaultAsync<LeasedBuild?>(
            $"UPDATE builds SET attempt = attempt WHERE {Held} AND lease_until > {database.Now} RETURNING {Columns}", lease, transaction) ?? throw Lost(lease);

    /// <summary>A build that was just claimed, unless it was given up in the meantime; nobody else changes it until the transaction ends.</summary>
    public static Task<LeasedBuild?> LockAsync(DbConnection connection, DbTransaction transaction, ClaimedBuild build) =>
        connection.QuerySingleOrDefaultAsync<LeasedBuild?>(
            $"UPDATE builds SET attempt = attempt WHERE key = @Key AND attempt = @Attempt AND state = 'Leased' RETURNING {Columns}", new { build.Key, build.Attempt }, transaction);

    /// <summary>Holds on. A lease that ran out can still be renewed while nobody has given the build up: the service itself may have been away.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public Task<LeaseAnswer> RenewAsync(Lease lease, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var held = await connection.QuerySingleOrDefaultAsync<LeasedBuild?>(
                $"UPDATE builds SET lease_until = {database.Now} + @length WHERE {Held} RETURNING {Columns}",
                new { lease.Build, lease.Attempt, lease.Token, length = (long)Claims.Lease.TotalMilliseconds },
                transaction);
            return held is null ? throw Lost(lease) : new LeaseAnswer(held.CancelRequested);
        },
        cancellation);

    /// <summary>Was this lease the one that brought the build to its end?</summary>
    public static async Task<bool> HasCompletedAsync(DbConnection connection, DbTransaction transaction, Lease lease) =>
        await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM builds WHERE {Own} AND state = 'Succeeded'", lease, transaction) > 0;

    private static ProblemException Lost(Lease lease) =>
        new(ServerProblems.LeaseLost.At(lease.Build, $"Attempt {lease.Attempt} does not hold the build any more."));
}
