namespace Slipway.Signing.Ios;

/// <summary>What somebody gives to sign an app for iOS.</summary>
/// <param name="Certificate">A .p12 with the key.</param>
/// <param name="Password">Its password.</param>
/// <param name="Profile">A .mobileprovision.</param>
public sealed record AppleSigningRequest(CredentialFile Certificate, PasswordSource Password, CredentialFile Profile)
{
    /// <summary>Files with the certificates of the issuers (DER, PEM), where the .p12 does not hold them.</summary>
    public IReadOnlyList<CredentialFile> Chain { get; init; } = [];

    /// <summary>A property list with entitlements that the app wants beside those that every app has; null for none.</summary>
    public CredentialFile? Entitlements { get; init; }

    /// <summary>Time that the signature states; null for now.</summary>
    public DateTimeOffset? SigningTime { get; init; }
}
