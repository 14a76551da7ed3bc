using System.Text.Json.Serialization;
using Slipway.Protocol.Builds;

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

/// <summary>A credential without its secrets.</summary>
public sealed record CredentialDescription
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of the credential.</summary>
    public required CredentialKind Kind { get; init; }

    /// <summary>The environment whose builds may use it; null for all.</summary>
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application whose builds may use it; null for all.</summary>
    public Guid? ApplicationKey { get; init; }

    /// <summary>Alias of the key in a keystore.</summary>
    public string? Alias { get; init; }

    /// <summary>Subject of the certificate, or name of the profile.</summary>
    public required string Subject { get; init; }

    /// <summary>Apple team.</summary>
    public string? Team { get; init; }

    /// <summary>SHA-256 of the certificate in lower-case hexadecimal digits; null for profiles.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Type of the key, such as <c>RSA 2048</c>; null for profiles.</summary>
    public string? Key { get; init; }

    /// <summary>Purpose of the certificate or profile: Development, Distribution, AdHoc, InHouse or AppStore; null for keystores.</summary>
    public string? Purpose { get; init; }

    /// <summary>The app id in a profile: <c>com.example.app</c> or <c>com.example.*</c>.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Number of devices that a profile lists; null if it has no list.</summary>
    public int? Devices { get; init; }

    /// <summary>When it expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was uploaded or created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its content was last replaced.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Problems that prevent a build now or will soon.</summary>
    public IReadOnlyList<ProblemDescription> Warnings { get; init; } = [];
}

/// <summary>The content of a credential: PUT <c>/api/v1/credentials/{id}/content</c>.</summary>
public record CredentialContent
{
    /// <summary>The file, at most 1 MiB; base64 in JSON.</summary>
    public required byte[] Content { get; init; }

    /// <summary>The password of the file; null for profiles.</summary>
    public string? Password { get; init; }

    /// <summary>Alias of the key in a keystore; null if the keystore has only one key.</summary>
    public string? Alias { get; init; }

    /// <summary>The password of the key; null if it is the password of the keystore.</summary>
    public string? KeyPassword { get; init; }

    /// <summary>Certificates of the issuers (DER, PEM), if the .p12 does not contain them.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>Returns no secrets.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A new credential: POST <c>/api/v1/credentials</c>.</summary>
public sealed record NewCredential : CredentialContent
{
    /// <summary>Name; unique in the organisation.</summary>
    public required string Name { get; init; }

    /// <summary>Keystore, Certificate or Profile.</summary>
    public required CredentialKind Kind { get; init; }

    /// <summary>Name or key of the environment whose builds may use it; null for all.</summary>
    public string? Environment { get; init; }

    /// <summary>Name or key of the application whose builds may use it; null for all.</summary>
    public string? Application { get; init; }
}

/// <summary>A credential with its secrets: GET <c>/api/v1/credentials/{id}/export</c>.</summary>
public sealed record ExportedCredential : CredentialContent
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of the credential.</summary>
    public required CredentialKind Kind { get; init; }
}
