using Slipway.Protocol.Builds;

namespace Slipway.Server.Queue;

/// <summary>A build that is to be queued.</summary>
internal sealed record NewBuild
{
    /// <summary>Id of the build.</summary>
    public string Key { get; init; } = Guid.CreateVersion7().ToString();

    /// <summary>Whose it is.</summary>
    public required string OrganisationId { get; init; }

    /// <summary>The environment.</summary>
    public required string EnvironmentKey { get; init; }

    /// <summary>The application.</summary>
    public required string ApplicationKey { get; init; }

    /// <summary>Id of the revision.</summary>
    public required string BuildKey { get; init; }

    /// <summary>Number of the revision.</summary>
    public required long Revision { get; init; }

    /// <summary>Platform.</summary>
    public required MobilePlatform Platform { get; init; }

    /// <summary>What the package is for, where that was said.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>The framework that the contract asked for.</summary>
    public string? Framework { get; init; }

    /// <summary>The version of the builder that is to build it.</summary>
    public required string BuilderVersion { get; init; }

    /// <summary>Did the configuration fix that version?</summary>
    public bool VersionLocked { get; init; }

    /// <summary>Application id, where it is known.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Version that people see, where it is known.</summary>
    public string? VersionNumber { get; init; }

    /// <summary>Version that devices compare, where it is known.</summary>
    public long? VersionCode { get; init; }

    /// <summary>What was asked for, and which credentials sign.</summary>
    public required BuildRequest Request { get; init; }

    /// <summary>Higher comes first among the waiting builds of the organisation.</summary>
    public int Priority { get; init; }

    /// <summary>Where the launch comes from: CLI, IDE, Console or API.</summary>
    public required string Channel { get; init; }

    /// <summary>Who launched it.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>The contract's name of the front end that asked, where one did.</summary>
    public string? RequestedThrough { get; init; }
}
