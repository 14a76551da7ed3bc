using System.Data.Common;
using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;
using Slipway.Protocol.Workers;
using Slipway.Server.Builds;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>Stores the progress and results of workers.</summary>
internal sealed class WorkerResults(Database database, LeaseStore leases, BuildLog log, BuildTransitions ending)
{
    private const int MostProblems = 200;

    /// <summary>Adds lines to the log and advances the status, which never moves back.</summary>
    /// <param name="lease">The worker's lease of the build.</param>
    /// <param name="status">The status of the build; null if it has not changed.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="sent">Number of earlier lines of this attempt. It reveals lines that a worker sends again because it got no answer.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<LeaseAnswer> ReportAsync(LeaseId lease, BuildStatus? status, IReadOnlyList<LogLine> lines, long? sent, CancellationToken cancellation)
    {
        var answer = await database.WriteAsync(
            async (connection, transaction) =>
            {
                var build = await leases.LockAsync(connection, transaction, lease);
                var known = (int)Math.Clamp(build.LinesReceived - (sent ?? build.LinesReceived), 0, lines.Count);
                await log.AppendAsync(connection, transaction, build, [.. lines.Skip(known)]);
                await connection.ExecuteAsync("UPDATE builds SET lines_received = lines_received + @more WHERE key = @Key", new { more = (long)lines.Count - known, build.Key }, transaction);
                if (status == BuildStatus.Building)
                    await connection.ExecuteAsync("UPDATE builds SET status = 'Building' WHERE key = @Key AND status IN ('Waiting', 'Validating')", new { build.Key }, transaction);
                return new LeaseAnswer(build.CancelRequested);
            },
            cancellation);
        database.Signals.Publish(BuildQueue.TopicOf(lease.Build));
        return answer;
    }

    /// <summary>Completes a build and publishes its artifacts in the same transaction. A repeated call is harmless.</summary>
    /// <exception cref="ProblemException">The lease was lost, or an artifact is missing.</exception>
    public async Task<LeaseAnswer> CompleteAsync(LeaseId lease, CompleteRequest result, CancellationToken cancellation)
    {
        var answer = await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await LeaseStore.HasCompletedAsync(connection, transaction, lease))
                    return new LeaseAnswer(CancelRequested: false);
                var build = await leases.LockAsync(connection, transaction, lease);
                if (build.CancelRequested)
                {
                    await ending.CancelAsync(connection, transaction, build.Key);
                    return new LeaseAnswer(CancelRequested: true);
                }

                foreach (var artifact in result.Artifacts)
                    await PublishAsync(connection, transaction, build, artifact);
                var outcome = new RecordedOutcome { Problems = Clean(result.Notices), Facts = result.Facts, Timings = result.Timings };
                await ending.EndAsync(connection, transaction, build.Key, BuildState.Succeeded, outcome);
                return new LeaseAnswer(CancelRequested: false);
            },
            cancellation);
        ending.Announce(lease.Build);
        return answer;
    }

    /// <summary>Records that the build cannot be done by this worker, or at all.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task FailAsync(LeaseId lease, FailRequest failure, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var build = await leases.LockAsync(connection, transaction, lease);
                var outcome = new RecordedOutcome { Problems = Clean(failure.Problems) };
                if (build.CancelRequested)
                    await ending.CancelAsync(connection, transaction, build.Key);
                else if (failure.Cancelled)
                    await ending.RequeueAsync(connection, transaction, build.Key, $"Attempt {build.Attempt} was stopped with its worker.");
                else if (failure.Retry)
                    await ending.LoseAsync(connection, transaction, build.Key, $"Attempt {build.Attempt} failed through its worker: {Reason(outcome)}", outcome);
                else
                    await ending.EndAsync(connection, transaction, build.Key, BuildState.Failed, outcome);
            },
            cancellation);
        ending.Announce(lease.Build);
    }

    private static async Task PublishAsync(DbConnection connection, DbTransaction transaction, LeasedBuild build, CompletedArtifact artifact)
    {
        var published = await connection.ExecuteAsync(
            "UPDATE artifacts SET published = 1 WHERE build = @Build AND attempt = @Attempt AND kind = @Kind AND name = @Name AND size = @Size AND sha256 = @Sha256",
            new { Build = build.Key, build.Attempt, artifact.Kind, artifact.Name, artifact.Size, artifact.Sha256 },
            transaction);
        if (published != 1)
            throw new ProblemException(ServiceProblems.Invalid.At("artifacts", $"{SafeLine.Of(artifact.Name)} was not uploaded with this content."));
    }

    private static string Reason(RecordedOutcome outcome) => outcome.Problems is [var first, ..] ? $"{first.Code} {first.Message}" : "it did not say why.";

    private static List<ProblemDescription> Clean(IReadOnlyList<ProblemDescription> problems) =>
    [
        .. problems.Take(MostProblems).Select(p => new ProblemDescription(
            SafeLine.Of(p.Code), SafeLine.Of(p.Severity), SafeLine.Of(p.Where), SafeLine.Of(p.Message), SafeLine.Of(p.Remedy), SafeLine.Of(p.Blame))),
    ];
}
