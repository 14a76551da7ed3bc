namespace Slipway.Protocol.Builds;

/// <summary>A build as <c>/api/v1/builds</c> tells it.</summary>
public sealed record BuildDescription
{
    /// <summary>Id of the build.</summary>
    public required Guid Key { get; init; }

    /// <summary>The application.</summary>
    public required Guid ApplicationKey { get; init; }

    /// <summary>Its name.</summary>
    public required string Application { get; init; }

    /// <summary>The environment.</summary>
    public required Guid EnvironmentKey { get; init; }

    /// <summary>Id of the revision that is built.</summary>
    public required Guid BuildKey { get; init; }

    /// <summary>Its number.</summary>
    public required int Revision { get; init; }

    /// <summary>Platform.</summary>
    public required MobilePlatform Platform { get; init; }

    /// <summary>What the package is for; null until that is known.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>How far it is.</summary>
    public required BuildStatus Status { get; init; }

    /// <summary>Was it cancelled, or is it about to be?</summary>
    public bool Cancelled { get; init; }

    /// <summary>Application id.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Name under the icon; null until that is known.</summary>
    public string? AppName { get; init; }

    /// <summary>Version that people see.</summary>
    public string? VersionNumber { get; init; }

    /// <summary>Version that devices compare.</summary>
    public int? VersionCode { get; init; }

    /// <summary>Version of the builder.</summary>
    public string? BuilderVersion { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempt { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a worker began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When it will probably end; null when it has, or when nothing is known.</summary>
    public DateTimeOffset? EstimatedFinishAt { get; init; }

    /// <summary>Where it was launched from: CLI, IDE, Console or API.</summary>
    public string? Channel { get; init; }

    /// <summary>Who launched it: <c>user:ID</c>, <c>token:ID</c>, or <c>person:NAME</c> where a server that has proven itself says so.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Name of the server that it was launched through; null when none has proven itself.</summary>
    public string? RequestedThrough { get; init; }

    /// <summary>Id of that server.</summary>
    public Guid? RequestedThroughKey { get; init; }

    /// <summary>What was made, once the build is finished.</summary>
    public IReadOnlyList<ArtifactDescription> Artifacts { get; init; } = [];

    /// <summary>What was wrong or is worth knowing, once the build has ended.</summary>
    public IReadOnlyList<ProblemDescription> Problems { get; init; } = [];

    /// <summary>Milliseconds of each stage, once the build is finished.</summary>
    public IReadOnlyDictionary<string, double>? Timings { get; init; }
}
