using System.Data.Common;
using Dapper;
using Slipway.Protocol.Problems;
using Slipway.Server.Builds;
using Slipway.Server.Store;
using Slipway.Server.Telemetry;
using Slipway.Server.Webhooks;

namespace Slipway.Server.Queue;

/// <summary>Ends builds, or returns them to the queue. The transaction must have locked the build.</summary>
internal sealed class BuildTransitions(Database database, BuildLog log)
{
    /// <summary>How many workers may vanish with a build before it fails.</summary>
    public const int MostLosses = 3;

    private readonly BuildWebhookNotifier _events = new(database);

    /// <summary>Ends a build for good.</summary>
    public async Task EndAsync(DbConnection connection, DbTransaction transaction, string build, string state, RecordedOutcome outcome)
    {
        var times = await connection.QuerySingleOrDefaultAsync<EndedBuildTimes?>(Statement, Parameters(build, state, outcome), transaction);
        if (times is null)
            return;
        ServerMetrics.BuildEnded(state, times.CreatedAt, times.StartedAt, times.FinishedAt);
        await _events.EnqueueAsync(connection, transaction, build, state switch
        {
            BuildState.Succeeded => WebhookEvents.BuildFinished,
            BuildState.Cancelled => WebhookEvents.BuildCancelled,
            _ => WebhookEvents.BuildFailed,
        });
    }

    /// <summary>Ends a build that was cancelled.</summary>
    public async Task CancelAsync(DbConnection connection, DbTransaction transaction, string build)
    {
        await log.AppendAsync(connection, transaction, build, LogLine.Notice("The build was cancelled."));
        await EndAsync(connection, transaction, build, BuildState.Cancelled, new RecordedOutcome());
    }

    /// <summary>Takes a build from a worker that lost it and queues it again in its old place. After too many losses, the build fails.</summary>
    /// <param name="connection">An open connection to the database.</param>
    /// <param name="transaction">The transaction on that connection.</param>
    /// <param name="build">The build.</param>
    /// <param name="reason">What happened, as a sentence for the log.</param>
    /// <param name="outcome">The outcome if the build fails now; null for the problem that the build crashes its workers.</param>
    public async Task LoseAsync(DbConnection connection, DbTransaction transaction, string build, string reason, RecordedOutcome? outcome = null)
    {
        var losses = await connection.ExecuteScalarAsync<long>("UPDATE builds SET losses = losses + 1 WHERE key = @build RETURNING losses", new { build }, transaction);
        if (losses < MostLosses)
        {
            await RequeueAsync(connection, transaction, build, reason);
            return;
        }

        await log.AppendAsync(connection, transaction, build, LogLine.Notice($"{reason} The build is not started again."));
        outcome ??= RecordedOutcome.Of(WorkerProblems.Crashed.At(build, $"The build was started {losses} times, and no worker finished it."));
        await EndAsync(connection, transaction, build, BuildState.Failed, outcome);
    }

    /// <summary>Queues a build again in its old place, without counting a loss.</summary>
    public async Task RequeueAsync(DbConnection connection, DbTransaction transaction, string build, string reason)
    {
        await log.AppendAsync(connection, transaction, build, LogLine.Notice($"{reason} The build waits to be started again."));
        await connection.ExecuteAsync("UPDATE builds SET state = 'Queued', worker_id = NULL, lease_until = NULL WHERE key = @build", new { build }, transaction);
    }

    /// <summary>Signals those who wait for the build, or for room to run another one.</summary>
    public void Announce(string build)
    {
        database.Signals.Publish(BuildQueue.TopicOf(build));
        database.Signals.Publish(BuildQueue.Topic);
    }

    private string Statement =>
        $"""
        UPDATE builds SET state = @state, status = @status, finished_at = {database.Now}, lease_until = NULL, outcome = @outcome,
            app_identifier = coalesce(@AppIdentifier, app_identifier), version_number = coalesce(@VersionNumber, version_number),
            version_code = coalesce(@VersionCode, version_code), build_type = coalesce(@type, build_type)
        WHERE key = @build
        RETURNING created_at, started_at, finished_at
        """;

    private static object Parameters(string build, string state, RecordedOutcome outcome) => new
    {
        build,
        state,
        status = state == BuildState.Succeeded ? "Finished" : "Error",
        outcome = outcome.ToJson(),
        outcome.Facts?.AppIdentifier,
        outcome.Facts?.VersionNumber,
        VersionCode = (long?)outcome.Facts?.VersionCode,
        type = outcome.Facts?.BuildType.ToString(),
    };
}

/// <summary>When a build was requested, started and ended.</summary>
internal sealed record EndedBuildTimes(long CreatedAt, long? StartedAt, long FinishedAt);
