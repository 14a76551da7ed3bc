using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>Checks and renews leases of workers on builds. Every write of a worker checks its lease, so that a worker without it changes nothing.</summary>
internal sealed class LeaseStore(Database database)
{
    private const string Columns = "key, organisation_id, build_key, attempt, message_count, lines_received, cancel_requested_at";
    private const string Own = "key = @Build AND attempt = @Attempt AND worker_id IN (SELECT id FROM workers WHERE token_id = @Token)";
    private const string Held = Own + " AND state = 'Leased'";

    /// <summary>Returns the build if the lease is valid now.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<LeasedBuild> RequireAsync(DbConnection connection, DbTransaction? transaction, LeaseId lease) =>
        await connection.QuerySingleOrDefaultAsync<LeasedBuild?>($"SELECT {Columns} FROM builds WHERE {Held} AND lease_until > {database.Now}", lease, transaction) ?? throw Lost(lease);

    /// <summary>Returns the build if the lease is valid now, and locks it until the transaction ends.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<LeasedBuild> LockAsync(DbConnection connection, DbTransaction transaction, LeaseId lease) =>
        await connection.QuerySingleOrDefaultAsync<LeasedBuild?>(
            $"UPDATE builds SET attempt = attempt WHERE {Held} AND lease_until > {database.Now} RETURNING {Columns}", lease, transaction) ?? throw Lost(lease);

    /// <summary>Returns a build that was just claimed, and locks it until the transaction ends; null if it was taken back in the meantime.</summary>
    public static Task<LeasedBuild?> LockAsync(DbConnection connection, DbTransaction transaction, ClaimedBuild build) =>
        connection.QuerySingleOrDefaultAsync<LeasedBuild?>(
            $"UPDATE builds SET attempt = attempt WHERE key = @Key AND attempt = @Attempt AND state = 'Leased' RETURNING {Columns}", new { build.Key, build.Attempt }, transaction);

    /// <summary>Renews a lease. An expired lease can still be renewed until the build is taken back, because the service may have been unavailable.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public Task<LeaseAnswer> RenewAsync(LeaseId lease, CancellationToken cancellation) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var held = await connection.QuerySingleOrDefaultAsync<LeasedBuild?>(
                $"UPDATE builds SET lease_until = {database.Now} + @length WHERE {Held} RETURNING {Columns}",
                new { lease.Build, lease.Attempt, lease.Token, length = (long)BuildClaimer.LeaseDuration.TotalMilliseconds },
                transaction);
            return held is null ? throw Lost(lease) : new LeaseAnswer(held.CancelRequested);
        },
        cancellation);

    /// <summary>Returns whether the build succeeded under this lease.</summary>
    public static async Task<bool> HasCompletedAsync(DbConnection connection, DbTransaction transaction, LeaseId lease) =>
        await connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM builds WHERE {Own} AND state = 'Succeeded'", lease, transaction) > 0;

    private static ProblemException Lost(LeaseId lease) =>
        new(ServiceProblems.LeaseLost.At(lease.Build, $"Attempt {lease.Attempt} no longer has the lease of the build."));
}

/// <summary>A lease as the worker names it.</summary>
/// <param name="Token">Id of the worker's token; no other token can use the lease.</param>
/// <param name="Build">The build.</param>
/// <param name="Attempt">The attempt, which fences off the writes of earlier holders.</param>
internal sealed record LeaseId(string Token, string Build, long Attempt);

/// <summary>A build with a valid lease.</summary>
internal sealed record LeasedBuild(string Key, string OrganisationId, string BuildKey, long Attempt, long MessageCount, long LinesReceived, long? CancelRequestedAt)
{
    /// <summary>Whether its cancellation was requested.</summary>
    public bool CancelRequested => CancelRequestedAt is not null;
}
