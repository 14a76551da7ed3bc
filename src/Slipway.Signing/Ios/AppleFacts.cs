using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;

namespace Slipway.Signing.Ios;

/// <summary>Everything that the rules for signing look at. What could not be read is null, and the rules that need it are silent.</summary>
internal sealed record AppleFacts
{
    /// <summary>What was asked for.</summary>
    public required AppleSigningRequest Request { get; init; }

    /// <summary>The id of the app; null when it is not known yet.</summary>
    public required string? BundleId { get; init; }

    /// <summary>What the package is to be for; null for what the profile is for.</summary>
    public required MobileBuildType? Wanted { get; init; }

    /// <summary>The time against which everything is judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Certificates of all keys in the .p12; empty when it could not be opened.</summary>
    public required IReadOnlyList<X509Certificate2> Candidates { get; init; }

    /// <summary>The certificate to sign with, then those of its issuers.</summary>
    public required CertificateChain? Chain { get; init; }

    /// <summary>What the certificate to sign with is.</summary>
    public required AppleCertificate? Certificate { get; init; }

    /// <summary>The profile.</summary>
    public required ProvisioningProfile? Profile { get; init; }

    /// <summary>Entitlements that the app asks for.</summary>
    public required PlistDictionary Asked { get; init; }

    /// <summary>The certificate to sign with.</summary>
    public X509Certificate2? Leaf => Chain?.Certificates[0];

    /// <summary>What the package is going to be for; null without a profile.</summary>
    public MobileBuildType? Type => Profile is null ? null : AppleTypes.Of(Profile.Kind);
}
