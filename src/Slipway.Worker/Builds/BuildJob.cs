using Slipway.Protocol.Builds;
using Slipway.Protocol.Launches;
using Slipway.Signing;
using Slipway.Signing.Ios;
using Slipway.Worker.Blobs;

namespace Slipway.Worker.Builds;

/// <summary>A build that is to be done.</summary>
public sealed record BuildJob
{
    /// <summary>Id of the build.</summary>
    public required Guid Build { get; init; }

    /// <summary>Number of the attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whose it is. What one organisation built shapes no cache that another one reads.</summary>
    public required Guid Organisation { get; init; }

    /// <summary>What the app is called where it says nothing itself.</summary>
    public required string Application { get; init; }

    /// <summary>Platform.</summary>
    public required MobilePlatform Platform { get; init; }

    /// <summary>What the package is for; null for what needs the least, or what the profile says.</summary>
    public MobileBuildType? Type { get; init; }

    /// <summary>The app's files.</summary>
    public required RevisionManifest Revision { get; init; }

    /// <summary>Fetches contents that this worker does not have.</summary>
    public required BlobFetch Fetch { get; init; }

    /// <summary>What wins over what the app says of itself.</summary>
    public LaunchOptions Options { get; init; } = new();

    /// <summary>Key for Android, in memory.</summary>
    public KeystoreRequest? Keystore { get; init; }

    /// <summary>Key and profile for iOS, in memory; null leaves the simulator.</summary>
    public AppleSigningRequest? Apple { get; init; }

    /// <summary>Texts that must not appear anywhere: passwords, tokens.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Contents that must not appear anywhere: keystores.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> SecretContents { get; init; } = [];
}
