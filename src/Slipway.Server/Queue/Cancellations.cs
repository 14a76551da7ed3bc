using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Access;
using Slipway.Server.Launches;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>People end builds, and begin them again.</summary>
internal sealed class Cancellations(Database database, BuildQueue queue, BuildEnding ending, Audit audit)
{
    /// <summary>Ends a build: at once while it waits, through its worker when it runs. One that has ended stays as it is.</summary>
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

    /// <summary>Begins a failed or cancelled build again, as a new build of the same revision; gives its id.</summary>
    /// <exception cref="ProblemException">There is no such build, it did not fail, or the environment is built from elsewhere.</exception>
    public async Task<string> RetryAsync(Caller caller, string build, CancellationToken cancellation)
    {
        var key = Guid.CreateVersion7().ToString();
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var failed = await RequireAsync(connection, transaction, caller, build);
                if (failed.State is not (BuildState.Failed or BuildState.Cancelled))
                    throw new ProblemException(ServerProblems.NotFailed.At(build, "The build waits, runs or has succeeded."));
                var channel = caller.Channel ?? failed.Channel;
                await LaunchGate.RequireAsync(connection, transaction, caller, failed.EnvironmentKey, channel);
                var turn = await queue.TurnAsync(connection, transaction, caller.Organisation, failed.Priority);
                await connection.ExecuteAsync(
                    $"""
                    INSERT INTO builds (key, organisation_id, environment_key, application_key, build_key, revision, platform, build_type, framework,
                        builder_version, version_locked, app_identifier, version_number, version_code, request, state, status, priority, turn,
                        attempt, created_at, message_count, channel, requested_by, requested_through, requested_through_name)
                    SELECT @key, organisation_id, environment_key, application_key, build_key, revision, platform, build_type, framework,
                        builder_version, version_locked, app_identifier, version_number, version_code, request, 'Queued', 'Waiting', priority, @turn,
                        0, {database.Now}, 0, @channel, @Requester, @through, @throughName
                    FROM builds WHERE key = @build AND organisation_id = @Organisation
                    """,
                    new { key, turn, build, channel, caller.Requester, caller.Organisation, through = caller.Through?.Id, throughName = caller.Through?.Name },
                    transaction);
                await audit.WriteAsync(connection, transaction, caller, "build.retry", build, new { Build = key });
            },
            cancellation);
        queue.Announce();
        return key;
    }

    private static async Task<Known> RequireAsync(DbConnection connection, DbTransaction transaction, Caller caller, string build) =>
        await connection.QuerySingleOrDefaultAsync<Known?>(
            "SELECT state, priority, environment_key, channel FROM builds WHERE key = @build AND organisation_id = @Organisation", new { build, caller.Organisation }, transaction)
        ?? throw new ProblemException(ServerProblems.NotFound.At(build, "There is no such build."));

    private sealed record Known(string State, long Priority, string EnvironmentKey, string Channel);
}
