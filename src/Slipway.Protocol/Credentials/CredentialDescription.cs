using Slipway.Protocol.Builds;

namespace Slipway.Protocol.Credentials;

/// <summary>A credential, without anything secret.</summary>
public sealed record CredentialDescription
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required CredentialKind Kind { get; init; }

    /// <summary>The environment that it is for; null for all.</summary>
    public Guid? EnvironmentKey { get; init; }

    /// <summary>The application that it is for; null for all.</summary>
    public Guid? ApplicationKey { get; init; }

    /// <summary>Alias of the key in a keystore.</summary>
    public string? Alias { get; init; }

    /// <summary>Owner of the certificate, or name of the profile.</summary>
    public required string Subject { get; init; }

    /// <summary>Team of Apple.</summary>
    public string? Team { get; init; }

    /// <summary>SHA-256 of the certificate in lower-case hexadecimal digits; null for profiles.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Sort of key, such as <c>RSA 2048</c>; null for profiles.</summary>
    public string? Key { get; init; }

    /// <summary>What certificate or profile are for: Development, Distribution, AdHoc, InHouse or AppStore; null for keystores.</summary>
    public string? Purpose { get; init; }

    /// <summary>The id of the app, as a profile has it: <c>com.example.app</c> or <c>com.example.*</c>.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Devices that a profile lists; null when it has no list.</summary>
    public int? Devices { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was uploaded or made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its content was last replaced.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>What will hinder a build, now or soon.</summary>
    public IReadOnlyList<ProblemDescription> Warnings { get; init; } = [];
}
