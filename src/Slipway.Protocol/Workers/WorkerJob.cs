using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;

namespace Slipway.Protocol.Workers;

/// <summary>A build that a worker has leased, with all that it needs but the contents of the files.</summary>
public sealed record WorkerJob
{
    /// <summary>Id of the build.</summary>
    public required Guid Build { get; init; }

    /// <summary>Number of the attempt; it fences every write of the worker.</summary>
    public required int Attempt { get; init; }

    /// <summary>How long the lease holds.</summary>
    public required int LeaseSeconds { get; init; }

    /// <summary>Whose build it is; caches that an app's contents shape are kept apart by it.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>The application's name.</summary>
    public required string Application { get; init; }

    /// <summary>Platform.</summary>
    public required MobilePlatform Platform { get; init; }

    /// <summary>What the package is for; null for what the profile says or what needs the least.</summary>
    public MobileBuildType? BuildType { get; init; }

    /// <summary>The app's files.</summary>
    public required RevisionManifest Revision { get; init; }

    /// <summary>What wins over what the app says of itself.</summary>
    public required LaunchOptions Options { get; init; }

    /// <summary>Key for Android; null for iOS.</summary>
    public KeystoreCredential? Keystore { get; init; }

    /// <summary>Key and profile for iOS; null for the simulator and for Android.</summary>
    public AppleCredentials? Apple { get; init; }
}
