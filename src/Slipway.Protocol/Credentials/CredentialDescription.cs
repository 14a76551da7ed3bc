using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Credentials;

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
