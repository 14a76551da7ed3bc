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

/// <summary>Certificate and profile for iOS. They are never written to a disk.</summary>
/// <param name="CertificateName">Name of the certificate in the vault.</param>
/// <param name="Certificate">The bytes of the .p12.</param>
/// <param name="Password">Password of the .p12.</param>
/// <param name="ProfileName">Name of the profile in the vault.</param>
/// <param name="Profile">The bytes of the profile.</param>
public sealed record AppleCredentials(string CertificateName, byte[] Certificate, string Password, string ProfileName, byte[] Profile)
{
    /// <summary>Certificates of the issuers (DER or PEM), if the .p12 does not contain them.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Returns no secrets.</summary>
    public override string ToString() => CertificateName;
}

/// <summary>A keystore with its passwords. It is never written to a disk.</summary>
/// <param name="Name">Name of the credential in the vault.</param>
/// <param name="Content">The bytes of the keystore.</param>
/// <param name="Password">Password of the keystore.</param>
/// <param name="Alias">Alias of the key; null if the keystore has only one key.</param>
/// <param name="KeyPassword">Password of the key; null if it is the password of the keystore.</param>
public sealed record KeystoreCredential(string Name, byte[] Content, string Password, string? Alias, string? KeyPassword)
{
    /// <summary>Returns no secrets.</summary>
    public override string ToString() => Name;
}
