using System.Globalization;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Client;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Workers;
using Slipway.Worker.Builds;

namespace Slipway.Worker.Leases;

/// <summary>Says what came of a build in the words of the service.</summary>
internal static class JobAnswers
{
    /// <summary>The package is there.</summary>
    public static CompleteRequest Complete(BuildOutcome outcome)
    {
        var app = outcome.App!;
        var facts = new BuildFacts(
            app.Id, app.Name, app.VersionName, int.TryParse(app.Version, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null, app.Type, app.NativeInputs);
        return new CompleteRequest([.. outcome.Files.Select(Artifact)], facts, app.Timings, [.. outcome.Problems.Select(Describe)]);
    }

    /// <summary>There is no package.</summary>
    public static FailRequest Fail(BuildOutcome outcome) => new([.. outcome.Problems.Select(Describe)], outcome.MayRetry);

    /// <summary>The worker had to end the build.</summary>
    public static FailRequest Stopped() =>
        new([Describe(HostingProblems.WorkerStopped.At("worker", "The worker was stopped before the build was done."))], Retry: true, Cancelled: true);

    /// <summary>Somebody wanted the build ended.</summary>
    public static FailRequest Cancelled() => new([Describe(ServiceProblems.Ended.At("build", "The build was cancelled."))], Retry: false, Cancelled: true);

    /// <summary>Something failed around the build; another worker may do better.</summary>
    public static FailRequest Broken(Exception failure) => failure switch
    {
        ProblemException { Problems: var problems } => new FailRequest([.. problems.Select(Describe)], Retry: problems.All(p => p.Severity != Severity.Error || p.Blame != Blame.User)),
        ServiceUnavailableException { Message: var reason } => new FailRequest([Describe(SandboxProblems.ResultUnsent.At("worker", reason))], Retry: true),
        _ when DiskErrors.IsFull(failure) => new FailRequest([Describe(GeneralProblems.DiskFull.At("worker", "There is no space left on the worker's disk."))], Retry: true),
        _ => new FailRequest([Describe(SandboxProblems.Crashed.At("worker", SafeExceptionText.Of(failure)))], Retry: true),
    };

    /// <summary>A file as the service knows it.</summary>
    public static CompletedArtifact Artifact(BuiltFile file) => new("binary", file.Name, file.Size, file.Sha256);

    private static ProblemDescription Describe(Problem problem) =>
        new(problem.Code, problem.Severity.ToString(), problem.Where, problem.Message, problem.Remedy, problem.Blame.ToString());
}
