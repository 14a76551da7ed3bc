using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Launches;

/// <summary>What became of a launch.</summary>
public sealed record LaunchAnswer
{
    /// <summary>Started, or Incomplete when contents are missing; then nothing was made.</summary>
    public required string State { get; init; }

    /// <summary>Hashes of contents that the service does not have.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The application.</summary>
    public Guid? ApplicationKey { get; init; }

    /// <summary>The environment.</summary>
    public Guid? EnvironmentKey { get; init; }

    /// <summary>Id of the revision.</summary>
    public Guid? BuildKey { get; init; }

    /// <summary>Its number.</summary>
    public int? Revision { get; init; }

    /// <summary>The builds.</summary>
    public IReadOnlyList<LaunchedBuild> Builds { get; init; } = [];
}

/// <summary>A build that a launch started.</summary>
/// <param name="Key">Id of the build.</param>
/// <param name="Platform">Platform.</param>
/// <param name="Url">Where it is described.</param>
public sealed record LaunchedBuild(Guid Key, MobilePlatform Platform, string Url);
