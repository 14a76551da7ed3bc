using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Plist;
using Slipway.Formats.Provisioning;
using Slipway.Protocol.Builds;

namespace Slipway.Signing.Ios;

/// <summary>The input of the rules for signing. Values that could not be read are null; rules that need them report nothing.</summary>
internal sealed record AppleFacts
{
    /// <summary>The request.</summary>
    public required AppleSigningRequest Request { get; init; }

    /// <summary>The id of the app; null when it is not known yet.</summary>
    public required string? BundleId { get; init; }

    /// <summary>The requested type of the package; null to use that of the profile.</summary>
    public required MobileBuildType? Wanted { get; init; }

    /// <summary>The time at which certificates and profiles must be valid.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Certificates of all keys in the .p12; empty when it could not be opened.</summary>
    public required IReadOnlyList<X509Certificate2> Candidates { get; init; }

    /// <summary>The certificate to sign with, then those of its issuers.</summary>
    public required CertificateChain? Chain { get; init; }

    /// <summary>The fields of the certificate to sign with.</summary>
    public required AppleCertificate? Certificate { get; init; }

    /// <summary>The profile.</summary>
    public required ProvisioningProfile? Profile { get; init; }

    /// <summary>Entitlements that the app requests.</summary>
    public required PlistDictionary Asked { get; init; }

    /// <summary>The certificate to sign with.</summary>
    public X509Certificate2? Leaf => Chain?.Certificates[0];

    /// <summary>The resulting type of the package; null without a profile.</summary>
    public MobileBuildType? Type => Profile is null ? null : AppleTypes.Of(Profile.Kind);
}

/// <summary>The credentials and options for signing an app for iOS.</summary>
/// <param name="Certificate">A .p12 with the key.</param>
/// <param name="Password">Its password.</param>
/// <param name="Profile">A .mobileprovision.</param>
public sealed record AppleSigningRequest(CredentialFile Certificate, PasswordSource Password, CredentialFile Profile)
{
    /// <summary>Files with the certificates of the issuers (DER or PEM), if the .p12 does not hold them.</summary>
    public IReadOnlyList<CredentialFile> Chain { get; init; } = [];

    /// <summary>A property list with entitlements that the app requests in addition to those of every app; null for none.</summary>
    public CredentialFile? Entitlements { get; init; }

    /// <summary>Signing time in the signature; null for the current time.</summary>
    public DateTimeOffset? SigningTime { get; init; }
}
