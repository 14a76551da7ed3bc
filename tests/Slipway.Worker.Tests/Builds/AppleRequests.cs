using Slipway.Signing;
using Slipway.Signing.Ios;

namespace Slipway.Worker.Tests.Builds;

/// <summary>Requests to sign by an identity.</summary>
internal static class AppleRequests
{
    /// <summary>Key and profile in memory, with a fixed time of signing.</summary>
    public static AppleSigningRequest Request(this AppleIdentity identity, string key, string profile) =>
        new(identity.InMemory(key + ".p12"), PasswordSource.Of(AppleIdentity.Password), identity.InMemory(profile + ".mobileprovision"))
        {
            SigningTime = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()),
        };

    private static CredentialFile InMemory(this AppleIdentity identity, string name) => CredentialFile.InMemory(name, identity.Read(name));
}
