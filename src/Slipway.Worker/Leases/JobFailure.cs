using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;

namespace Slipway.Worker.Leases;

/// <summary>Tells the service why a build ended, and whether another worker may do better.</summary>
internal static class JobFailure
{
    /// <summary>What a failure means.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="cancelled">Somebody wanted the build ended.</param>
    /// <param name="stopped">The worker has to end.</param>
    public static FailRequest Describe(Exception failure, bool cancelled, bool stopped) => failure switch
    {
        _ when cancelled => new FailRequest([Describe(ServerProblems.Ended.At("build", "The build was cancelled."))], Retry: false, Cancelled: true),
        _ when stopped => Again(HostingProblems.WorkerStopped.At("worker", "The worker was stopped before the build was done.")),
        ProblemException e => new FailRequest([.. e.Problems.Select(Describe)], Retry: e.Problems.All(p => p.Severity != Severity.Error || p.Blame is not Blame.User)),
        IOException e when IsDiskFull(e) => Again(GeneralProblems.DiskFull.At("disk", "There is no space left on the worker's disk.")),
        OperationCanceledException => Again(HostingProblems.WorkerStopped.At("worker", "The build was ended by the worker.")),
        _ => Again(GeneralProblems.Failed.At("worker", $"{failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}")),
    };

    /// <summary>A problem as it travels.</summary>
    public static ProblemDescription Describe(Problem problem) =>
        new(problem.Code, problem.Severity.ToString(), problem.Where, problem.Message, problem.Remedy, problem.Blame.ToString());

    private static FailRequest Again(Problem problem) => new([Describe(problem)], Retry: true);

    // ENOSPC and EDQUOT, as the runtime reports them.
    private static bool IsDiskFull(IOException e) => (e.HResult & 0xFFFF) is 28 or 122;
}
