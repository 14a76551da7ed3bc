using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Workers;

/// <summary>Registers a worker: POST <c>/api/v1/workers</c>.</summary>
/// <param name="Name">Name for people; by default that of the machine.</param>
/// <param name="Platforms">Platforms for which its toolchains can build.</param>
/// <param name="BuilderVersions">Versions of the builder that it implements.</param>
/// <param name="Slots">Number of builds that it runs at once.</param>
public sealed record WorkerRegistration(string Name, IReadOnlyList<MobilePlatform> Platforms, IReadOnlyList<string> BuilderVersions, int Slots);

/// <summary>The service's answer to a registration.</summary>
/// <param name="WorkerId">Id of the worker, for further calls.</param>
/// <param name="LeaseSeconds">Duration of a lease in seconds; the worker renews it several times in that time.</param>
public sealed record WorkerWelcome(Guid WorkerId, int LeaseSeconds);

/// <summary>A worker's request for a build: POST <c>/api/v1/workers/{id}/claim</c>.</summary>
/// <param name="WaitSeconds">How long to wait for one, at most 25.</param>
public sealed record ClaimRequest(int WaitSeconds);

/// <summary>The service's answer to a worker that holds a lease.</summary>
/// <param name="CancelRequested">Whether cancelling the build was requested.</param>
public sealed record LeaseAnswer(bool CancelRequested);

/// <summary>Status and log lines of a build: POST <c>/api/v1/leases/{build}/{attempt}/messages</c>.</summary>
/// <param name="Status">The new status; null if it has not changed.</param>
/// <param name="Messages">Log lines, at most 1000.</param>
/// <param name="Sent">Number of log lines that this attempt sent before, so that lines that are sent twice are stored once; null to skip that check.</param>
public sealed record MessageBatch(BuildStatus? Status, IReadOnlyList<WorkerMessage> Messages, long? Sent = null);

/// <summary>A log line from the worker; secrets in it are masked.</summary>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Code">Code of the problem; null for progress.</param>
/// <param name="Stage">The stage; null for none.</param>
/// <param name="Message">The text, one line.</param>
public sealed record WorkerMessage(string Severity, string? Code, string? Stage, string Message);

/// <summary>Completes a build: POST <c>/api/v1/leases/{build}/{attempt}/complete</c>.</summary>
/// <param name="Artifacts">The uploaded artifacts.</param>
/// <param name="Facts">What the worker learnt about the app.</param>
/// <param name="Timings">Duration of each stage in milliseconds.</param>
/// <param name="Notices">Warnings and notices.</param>
public sealed record CompleteRequest(
    IReadOnlyList<CompletedArtifact> Artifacts, BuildFacts Facts, IReadOnlyDictionary<string, double> Timings, IReadOnlyList<ProblemDescription> Notices);

/// <summary>An artifact that the worker has uploaded.</summary>
/// <param name="Kind"><c>binary</c>, <c>log</c>, or another word of lower-case letters.</param>
/// <param name="Name">File name.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal digits.</param>
public sealed record CompletedArtifact(string Kind, string Name, long Size, string Sha256);

/// <summary>What a worker learnt about the app from a build.</summary>
/// <param name="AppIdentifier">Application id.</param>
/// <param name="Name">Name under the icon.</param>
/// <param name="VersionNumber">Version that people see.</param>
/// <param name="VersionCode">Version that devices compare; null if it is not a number.</param>
/// <param name="BuildType">What the package is for.</param>
/// <param name="NativeInputs">Paths of the settings and icons that shape the native part. If one changes, updating the web files is not enough.</param>
public sealed record BuildFacts(string AppIdentifier, string Name, string VersionNumber, int? VersionCode, MobileBuildType BuildType, IReadOnlyList<string> NativeInputs);

/// <summary>Fails a build: POST <c>/api/v1/leases/{build}/{attempt}/fail</c>.</summary>
/// <param name="Problems">The reasons; at least one is an error.</param>
/// <param name="Retry">Whether another worker may succeed; false for every problem that the user must correct.</param>
/// <param name="Cancelled">Whether the build ended because it was cancelled.</param>
public sealed record FailRequest(IReadOnlyList<ProblemDescription> Problems, bool Retry, bool Cancelled = false);

/// <summary>Limits of a build's result. The service refuses larger results, so the worker accepts none from a build.</summary>
public static class ResultLimits
{
    /// <summary>Maximum number of files.</summary>
    public const int Artifacts = 50;

    /// <summary>Maximum number of stages.</summary>
    public const int Timings = 100;

    /// <summary>Maximum number of native input files.</summary>
    public const int NativeInputs = 10_000;
}
