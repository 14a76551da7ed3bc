using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Launches;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>Cancels and retries builds.</summary>
internal sealed class BuildControl(Database database, BuildQueue queue, BuildTransitions ending, AuditTrail audit)
{
    /// <summary>Cancels a build: a waiting one at once, a running one through its worker. A build that has ended stays unchanged.</summary>
    /// <exception cref="ProblemException">There is no such build.</exception>
    public async Task CancelAsync(Caller caller, string build, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var state = await connection.QuerySingleOrDefaultAsync<string?>(
                    $"""
                    UPDATE builds SET cancel_requested_at = {database.Now}
                    WHERE key = @build AND organisation_id = @Organisation AND state IN ('Queued', 'Leased') AND cancel_requested_at IS NULL
                    RETURNING state
                    """,
                    new { build, caller.Organisation },
                    transaction);
                if (state is null)
                {
                    await RequireAsync(connection, transaction, caller, build);
                    return;
                }

                if (state == BuildState.Queued)
                    await ending.CancelAsync(connection, transaction, build);
                await audit.WriteAsync(connection, transaction, caller, "build.cancel", build);
            },
            cancellation);
        ending.Announce(build);
    }

    /// <summary>Retries a failed or cancelled build as a new build of the same revision; returns its id.</summary>
    /// <exception cref="ProblemException">There is no such build, it did not fail, or the environment's policy refuses the launch.</exception>
    public async Task<string> RetryAsync(Caller caller, string build, CancellationToken cancellation)
    {
        var key = "";
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await RequireAsync(connection, transaction, caller, build) is not (BuildState.Failed or BuildState.Cancelled))
                    throw new ProblemException(ServiceProblems.NotFailed.At(build, "The build waits, runs or has succeeded."));
                var failed = await connection.QuerySingleAsync<QueuedBuild>(
                    $"SELECT {QueuedBuild.Columns} FROM builds WHERE key = @build AND organisation_id = @Organisation", new { build, caller.Organisation }, transaction);
                var again = failed with { Channel = caller.Channel ?? failed.Channel };
                await LaunchGate.RequireAsync(connection, transaction, caller, again.EnvironmentKey, again.Channel);
                key = await queue.AddAsync(connection, transaction, caller, again);
                await audit.WriteAsync(connection, transaction, caller, "build.retry", build, new { Build = key });
            },
            cancellation);
        queue.Announce();
        return key;
    }

    private static async Task<string> RequireAsync(DbConnection connection, DbTransaction transaction, Caller caller, string build) =>
        await connection.QuerySingleOrDefaultAsync<string?>("SELECT state FROM builds WHERE key = @build AND organisation_id = @Organisation", new { build, caller.Organisation }, transaction)
        ?? throw new ProblemException(ServiceProblems.NotFound.At(build, "There is no such build."));
}
