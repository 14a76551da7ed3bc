namespace Slipway.Signing.Ios;

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
