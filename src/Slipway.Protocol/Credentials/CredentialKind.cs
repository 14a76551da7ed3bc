using System.Text.Json.Serialization;

namespace Slipway.Protocol.Credentials;

/// <summary>Kinds of credentials.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CredentialKind>))]
public enum CredentialKind
{
    /// <summary>Android: a keystore with a signing key (PKCS#12, JKS).</summary>
    Keystore,

    /// <summary>iOS: a certificate with its key (.p12).</summary>
    Certificate,

    /// <summary>iOS: a provisioning profile (.mobileprovision).</summary>
    Profile,

    /// <summary>Android: the debug key that the service creates for each organisation.</summary>
    DebugKeystore,
}
