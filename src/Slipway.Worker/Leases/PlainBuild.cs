using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>Stands where the sandboxed build will be.</summary>
internal static class PlainBuild
{
    public static Task<JobResult> RunAsync(WorkerJob job, LogPump log, CancellationToken cancellation) =>
        throw new ProblemException(GeneralProblems.Failed.At("worker", "This version of the worker cannot build yet."));
}
