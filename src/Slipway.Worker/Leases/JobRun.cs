using System.Diagnostics;
using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Leases;

/// <summary>One build, from the lease to the answer: done, failed, or given up.</summary>
/// <param name="client">The service.</param>
/// <param name="build">Does the work.</param>
/// <param name="options">How the worker runs.</param>
/// <param name="time">The clock of leases.</param>
/// <param name="events">Told what happens.</param>
/// <param name="able">Told whether this worker was able to build, before the service is.</param>
internal sealed class JobRun(WorkerClient client, BuildJobAsync build, WorkerOptions options, TimeProvider time, IProgress<WorkerEvent> events, Action<bool> able)
{
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(5);

    /// <summary>Runs a build. It never throws: what goes wrong is told to the service, which decides what comes of it.</summary>
    /// <param name="job">The build.</param>
    /// <param name="stop">The worker has to end at once.</param>
    public async Task RunAsync(WorkerJob job, CancellationToken stop)
    {
        events.Report(new WorkerEvent(WorkerEventKind.Claimed, job.Build, job.Attempt, $"{job.Application} for {job.Platform}"));
        var began = Stopwatch.GetTimestamp();
        await using var lease = new LeaseRenewer(client, job, time, stop);
        try
        {
            using var outcome = await BuildAsync(job, lease);
            var isDone = outcome.End == BuildEnd.Succeeded;
            able(outcome.End != BuildEnd.Unavailable);
            await lease.RetryWhileHeldAsync(c => isDone ? client.CompleteAsync(job.Build, job.Attempt, JobAnswers.Complete(outcome), c) : client.FailAsync(job.Build, job.Attempt, JobAnswers.Fail(outcome), c), lease.Ended);
            events.Report(new WorkerEvent(
                isDone ? WorkerEventKind.Finished : WorkerEventKind.Failed, job.Build, job.Attempt,
                isDone ? $"{Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms" : string.Join(' ', outcome.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code))));
        }
        catch (Exception e)
        {
            await GiveUpAsync(job, lease, e, stop.IsCancellationRequested);
        }
    }

    // The files are on their way while the last lines of the log are.
    private async Task<BuildOutcome> BuildAsync(WorkerJob job, LeaseRenewer lease)
    {
        await using var log = new LogPump(client, job, lease, time);
        log.Report(new WorkerMessage("Notice", null, null, $"attempt {job.Attempt} on the worker {options.Name}"));
        var contents = new LeaseBlobFetcher(client, job, lease, log);
        var outcome = await build(BuildJob.Of(job, contents.FetchAsync, options.Token), log, lease.Ended);
        try
        {
            if (outcome.Problems.FirstOrDefault(p => p.Kind == SandboxProblems.Stuck) is { } stuck)
            {
                able(false);
                events.Report(new WorkerEvent(WorkerEventKind.Stuck, job.Build, job.Attempt, $"{stuck.Code} {stuck.Message}"));
            }

            lease.Ended.ThrowIfCancellationRequested();
            foreach (var problem in outcome.Problems)
                log.Report(new WorkerMessage(problem.Severity.ToString(), problem.Code, null, $"{problem.Where}: {problem.Message}"));
            var sent = log.FlushAsync();
            await Task.WhenAll(outcome.Files.Select(file => UploadAsync(job, lease, file)));
            await sent;
            return outcome;
        }
        catch
        {
            outcome.Dispose();
            throw;
        }
    }

    private Task UploadAsync(WorkerJob job, LeaseRenewer lease, BuiltFile file) => lease.RetryWhileHeldAsync(
        async c =>
        {
            await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
            await client.UploadAsync(job.Build, job.Attempt, JobAnswers.Artifact(file), content, c);
        },
        lease.Ended);

    private async Task GiveUpAsync(WorkerJob job, LeaseRenewer lease, Exception failure, bool stopped)
    {
        if (lease.IsLost || failure is LeaseLostException)
        {
            events.Report(new WorkerEvent(WorkerEventKind.Lost, job.Build, job.Attempt));
            return;
        }

        var (kind, request) = (lease.IsCancelled, stopped) switch
        {
            (true, _) => (WorkerEventKind.Cancelled, JobAnswers.Cancelled()),
            (_, true) => (WorkerEventKind.Stopped, JobAnswers.Stopped()),
            _ => (WorkerEventKind.Failed, JobAnswers.Broken(failure)),
        };
        events.Report(new WorkerEvent(kind, job.Build, job.Attempt, request.Problems[0].Message));
        if (kind == WorkerEventKind.Failed)
            able(false);
        using var patience = new CancellationTokenSource(kind == WorkerEventKind.Failed ? LeaseRenewer.LengthOf(job) : LastWord);
        try
        {
            await lease.RetryWhileHeldAsync(c => client.FailAsync(job.Build, job.Attempt, request, c), patience.Token);
        }
        catch (Exception e) when (e is LeaseLostException or OperationCanceledException or ProblemException or ServiceUnavailableException)
        {
            // The service finds out by itself when the lease runs out.
        }
    }
}
