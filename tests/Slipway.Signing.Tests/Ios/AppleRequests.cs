using Slipway.Signing.Ios;

namespace Slipway.Signing.Tests.Ios;

/// <summary>Requests to sign by an identity.</summary>
internal static class AppleRequests
{
    /// <summary>A request by the names of key and profile.</summary>
    public static AppleSigningRequest Request(this AppleIdentity identity, string key, string profile) => new(
        CredentialFile.At(identity.PathOf(key + ".p12")),
        new PasswordSource(identity.PathOf("password.txt"), "SLIPWAY_CERTIFICATE_PASSWORD"),
        CredentialFile.At(identity.PathOf(profile + ".mobileprovision")));
}
