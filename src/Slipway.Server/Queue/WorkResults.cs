using System.Data.Common;
using Dapper;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;
using Slipway.Protocol.Workers;
using Slipway.Server.Builds;
using Slipway.Server.Store;

namespace Slipway.Server.Queue;

/// <summary>What workers bring back.</summary>
internal sealed class WorkResults(Database database, Leases leases, BuildLog log, BuildEnding ending)
{
    private const int MostProblems = 200;

    /// <summary>Adds to the log and moves the status on; it never moves back.</summary>
    /// <param name="lease">The worker's hold of the build.</param>
    /// <param name="status">How far the build is; null when that has not changed.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="sent">Lines of this attempt that went before these: a worker that got no answer sends them again.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task<LeaseAnswer> ReportAsync(Lease lease, BuildStatus? status, IReadOnlyList<LogLine> lines, long? sent, CancellationToken cancellation)
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

    /// <summary>The build is done: its artifacts become visible in the same moment. Saying it twice does no harm.</summary>
    /// <exception cref="ProblemException">The lease was lost, or an artifact is not there.</exception>
    public async Task<LeaseAnswer> CompleteAsync(Lease lease, CompleteRequest result, CancellationToken cancellation)
    {
        var answer = await database.WriteAsync(
            async (connection, transaction) =>
            {
                if (await Leases.HasCompletedAsync(connection, transaction, lease))
                    return new LeaseAnswer(CancelRequested: false);
                var build = await leases.LockAsync(connection, transaction, lease);
                if (build.CancelRequested)
                {
                    await ending.CancelAsync(connection, transaction, build.Key);
                    return new LeaseAnswer(CancelRequested: true);
                }

                foreach (var artifact in result.Artifacts)
                    await PublishAsync(connection, transaction, build, artifact);
                var outcome = new BuildOutcome { Problems = Clean(result.Notices), Facts = result.Facts, Timings = result.Timings };
                await ending.EndAsync(connection, transaction, build.Key, BuildState.Succeeded, outcome);
                return new LeaseAnswer(CancelRequested: false);
            },
            cancellation);
        ending.Announce(lease.Build);
        return answer;
    }

    /// <summary>The build cannot be done here, or at all.</summary>
    /// <exception cref="ProblemException">The lease was lost.</exception>
    public async Task FailAsync(Lease lease, FailRequest failure, CancellationToken cancellation)
    {
        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var build = await leases.LockAsync(connection, transaction, lease);
                var outcome = new BuildOutcome { Problems = Clean(failure.Problems) };
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
            throw new ProblemException(ServerProblems.Invalid.At("artifacts", $"{SafeLine.Of(artifact.Name)} was not uploaded with this content."));
    }

    private static string Reason(BuildOutcome outcome) => outcome.Problems is [var first, ..] ? $"{first.Code} {first.Message}" : "it did not say why.";

    private static List<ProblemDescription> Clean(IReadOnlyList<ProblemDescription> problems) =>
    [
        .. problems.Take(MostProblems).Select(p => new ProblemDescription(
            SafeLine.Of(p.Code), SafeLine.Of(p.Severity), SafeLine.Of(p.Where), SafeLine.Of(p.Message), SafeLine.Of(p.Remedy), SafeLine.Of(p.Blame))),
    ];
}
