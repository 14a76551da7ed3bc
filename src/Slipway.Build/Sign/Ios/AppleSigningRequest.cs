namespace Slipway.Build.Sign.Ios;

/// <summary>What somebody gives to sign an app for iOS.</summary>
/// <param name="Certificate">Path of a .p12 with the key.</param>
/// <param name="Password">Its password.</param>
/// <param name="Profile">Path of a .mobileprovision.</param>
public sealed record AppleSigningRequest(string Certificate, PasswordSource Password, string Profile)
{
    /// <summary>Files with the certificates of the issuers (DER, PEM), where the .p12 does not hold them.</summary>
    public IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Path of a property list with entitlements that the app wants beside those that every app has; null for none.</summary>
    public string? Entitlements { get; init; }

    /// <summary>Time that the signature states; null for now.</summary>
    public DateTimeOffset? SigningTime { get; init; }
}
