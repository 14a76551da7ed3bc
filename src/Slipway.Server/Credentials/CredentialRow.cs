using Slipway.Protocol.Credentials;

namespace Slipway.Server.Credentials;

/// <summary>A credential in the database.</summary>
internal sealed record CredentialRow(
    string Id,
    string? EnvironmentKey,
    string? ApplicationKey,
    string Kind,
    string Name,
    string? Alias,
    string Facts,
    string ContentSecret,
    string? PasswordSecret,
    string? KeyPasswordSecret,
    long? ExpiresAt,
    long CreatedAt,
    long UpdatedAt)
{
    /// <summary>What it is.</summary>
    public CredentialKind KindOf => Enum.Parse<CredentialKind>(Kind);

    /// <summary>What is known of it.</summary>
    public CredentialFacts ReadFacts() => CredentialFacts.Parse(Facts);

    /// <summary>How near it is to a build: an application counts more than an environment.</summary>
    public int Nearness => (ApplicationKey is null ? 0 : 2) + (EnvironmentKey is null ? 0 : 1);
}
