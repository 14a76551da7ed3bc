using System.Text.Json.Serialization;

namespace Slipway.Protocol.Credentials;

/// <summary>What a credential is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CredentialKind>))]
public enum CredentialKind
{
    /// <summary>Android: a keystore with a key that signs packages (PKCS#12, JKS).</summary>
    Keystore,

    /// <summary>iOS: a certificate with its key (.p12).</summary>
    Certificate,

    /// <summary>iOS: a provisioning profile (.mobileprovision).</summary>
    Profile,

    /// <summary>Android: the key of debug packages, which the service makes for each organisation.</summary>
    DebugKeystore,
}
