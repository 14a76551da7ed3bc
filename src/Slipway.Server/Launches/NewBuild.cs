using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Server.Revisions;

namespace Slipway.Server.Launches;

/// <summary>A build that is to be made; everything in it was checked.</summary>
/// <param name="EnvironmentKey">The environment.</param>
/// <param name="Revision">What is built.</param>
/// <param name="Platform">For what.</param>
/// <param name="Options">What wins over what the app says of itself.</param>
internal sealed record NewBuild(string EnvironmentKey, RevisionRow Revision, MobilePlatform Platform, LaunchOptions Options)
{
    /// <summary>What signs.</summary>
    public LaunchCredentials Credentials { get; init; } = new();

    /// <summary>What the package is for; null for what the profile says, or what needs the least.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>The framework that was asked for, as the contract calls it; null for what the app is.</summary>
    public string? Framework { get; init; }

    /// <summary>Version of the builder.</summary>
    public string BuilderVersion { get; init; } = Protocol.Builds.BuilderVersion.Current.Name;

    /// <summary>Was that version asked for, rather than taken because it is the newest?</summary>
    public bool VersionLocked { get; init; }

    /// <summary>Higher comes first: -10 to 10.</summary>
    public int Priority { get; init; }

    /// <summary>Where it was launched from: CLI, IDE, Console or API.</summary>
    public required string Channel { get; init; }
}
