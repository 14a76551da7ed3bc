using Slipway.Protocol.Client;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>One build, from the lease to the answer: done, failed, or given up.</summary>
internal sealed class JobRun(WorkerClient client, BuildJobAsync build, TimeProvider time, IProgress<WorkerEvent> events)
{
    private static readonly TimeSpan LastWord = TimeSpan.FromSeconds(5);

    /// <summary>Runs a build. It never throws: what goes wrong is told to the service, which decides what comes of it.</summary>
    /// <param name="job">The build.</param>
    /// <param name="stop">The worker has to end at once.</param>
    public async Task RunAsync(WorkerJob job, CancellationToken stop)
    {
        events.Report(new WorkerEvent(WorkerEventKind.Claimed, job.Build, job.Attempt, $"{job.Application} for {job.Platform}"));
        await using var lease = new LeaseKeeper(client, job, time, stop);
        try
        {
            await BuildAsync(job, lease);
            events.Report(new WorkerEvent(WorkerEventKind.Finished, job.Build, job.Attempt));
        }
        catch (Exception e)
        {
            await GiveUpAsync(job, lease, e, stop.IsCancellationRequested);
        }
    }

    private async Task BuildAsync(WorkerJob job, LeaseKeeper lease)
    {
        JobResult result;
        await using (var log = new LogPump(client, job, lease, time))
        {
            result = await build(job, log, lease.Over);
            await Task.WhenAll(result.Files.Select(file => UploadAsync(job, lease, file)));
        }

        var completion = new CompleteRequest([.. result.Files.Select(file => file.Artifact)], result.Facts, result.Timings, result.Notices);
        await lease.InsistAsync(
            async c =>
            {
                await client.CompleteAsync(job.Build, job.Attempt, completion, c);
                return true;
            },
            lease.Over);
    }

    private Task UploadAsync(WorkerJob job, LeaseKeeper lease, JobFile file) => lease.InsistAsync(
        async c =>
        {
            await using var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            await client.UploadAsync(job.Build, job.Attempt, file.Artifact, content, c);
            return true;
        },
        lease.Over);

    private async Task GiveUpAsync(WorkerJob job, LeaseKeeper lease, Exception failure, bool stopped)
    {
        if (lease.IsLost || failure is LeaseLostException)
        {
            events.Report(new WorkerEvent(WorkerEventKind.Lost, job.Build, job.Attempt));
            return;
        }

        var request = JobFailure.Describe(failure, lease.IsCancelled, stopped);
        events.Report(new WorkerEvent(lease.IsCancelled ? WorkerEventKind.Cancelled : WorkerEventKind.Failed, job.Build, job.Attempt, request.Problems[0].Message));
        using var patience = new CancellationTokenSource(stopped || lease.IsCancelled ? LastWord : TimeSpan.FromSeconds(job.LeaseSeconds));
        try
        {
            await lease.InsistAsync(
                async c =>
                {
                    await client.FailAsync(job.Build, job.Attempt, request, c);
                    return true;
                },
                patience.Token);
        }
        catch (Exception e) when (e is LeaseLostException or OperationCanceledException or ProblemException)
        {
            // The service finds out by itself when the lease runs out.
        }
    }
}
