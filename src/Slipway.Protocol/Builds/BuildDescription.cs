using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Builds;

/// <summary>A build as <c>/api/v1/builds</c> describes it.</summary>
public sealed record BuildDescription
{
    /// <summary>Id of the build.</summary>
    public required Guid Key { get; init; }

    /// <summary>Id of the application.</summary>
    public required Guid ApplicationKey { get; init; }

    /// <summary>Name of the application.</summary>
    public required string Application { get; init; }

    /// <summary>The environment.</summary>
    public required Guid EnvironmentKey { get; init; }

    /// <summary>Id of the revision.</summary>
    public required Guid BuildKey { get; init; }

    /// <summary>Number of the revision.</summary>
    public required int Revision { get; init; }

    /// <summary>Platform.</summary>
    public required MobilePlatform Platform { get; init; }

    /// <summary>What the package is for; null until it is known.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>Status of the build.</summary>
    public required BuildStatus Status { get; init; }

    /// <summary>Whether cancelling was requested.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Application id.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Name under the icon; null until it is known.</summary>
    public string? AppName { get; init; }

    /// <summary>Version that people see.</summary>
    public string? VersionNumber { get; init; }

    /// <summary>Version that devices compare.</summary>
    public int? VersionCode { get; init; }

    /// <summary>Version of the builder.</summary>
    public string? BuilderVersion { get; init; }

    /// <summary>Number of attempts.</summary>
    public int Attempt { get; init; }

    /// <summary>When it was launched.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker started it.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Estimated end; null if the build has ended or there is no estimate.</summary>
    public DateTimeOffset? EstimatedFinishAt { get; init; }

    /// <summary>The channel of the launch: CLI, IDE, Console or API.</summary>
    public string? Channel { get; init; }

    /// <summary>Who launched it: <c>user:ID</c>, <c>token:ID</c>, or <c>person:NAME</c> if an enrolled machine named the person.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Name of the enrolled machine through which it was launched; null if the launch had no proof of one.</summary>
    public string? RequestedThrough { get; init; }

    /// <summary>Id of that machine.</summary>
    public Guid? RequestedThroughKey { get; init; }

    /// <summary>The artifacts of a finished build.</summary>
    public IReadOnlyList<ArtifactDescription> Artifacts { get; init; } = [];

    /// <summary>The problems of a build that has ended.</summary>
    public IReadOnlyList<ProblemDescription> Problems { get; init; } = [];

    /// <summary>Duration of each stage of a finished build, in milliseconds.</summary>
    public IReadOnlyDictionary<string, double>? Timings { get; init; }
}

/// <summary>A line of a build's log.</summary>
/// <param name="Build">Id of the build: the events of a launch may come from several builds.</param>
/// <param name="Seq">Its number within the build, from 1; the id of the event.</param>
/// <param name="At">When the service received it.</param>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Code">Code of the problem; null for progress.</param>
/// <param name="Stage">The stage, such as <c>package</c>; null for none.</param>
/// <param name="Message">The text, one line.</param>
public sealed record BuildMessage(Guid Build, long Seq, DateTimeOffset At, string Severity, string? Code, string? Stage, string Message);

/// <summary>A problem in the service's API.</summary>
/// <param name="Code">The code of the catalogue.</param>
/// <param name="Severity">Notice, Warning or Error.</param>
/// <param name="Where">File, entry, option or element.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Blame">User, Network, Machine or Slipway.</param>
public sealed record ProblemDescription(string Code, string Severity, string Where, string Message, string Remedy, string Blame)
{
    /// <summary>Describes a problem for the API.</summary>
    public static ProblemDescription Of(Problem problem) =>
        new(problem.Code, problem.Severity.ToString(), problem.Where, problem.Message, problem.Remedy, problem.Blame.ToString());

    /// <summary>Returns the problem; its kind may be missing from this program's catalogue if the service is newer.</summary>
    public Problem ToProblem()
    {
        var kind = ProblemCatalogue.All.FirstOrDefault(k => k.Code == Code)
            ?? new ProblemKind(
                Code,
                Message,
                "",
                Remedy,
                EnumText.TryParse<Severity>(Severity, out var severity) ? severity : Problems.Severity.Error,
                EnumText.TryParse<Blame>(Blame, out var blame) ? blame : Problems.Blame.Slipway);
        return new Problem(kind, Where, Message, Remedy);
    }
}
