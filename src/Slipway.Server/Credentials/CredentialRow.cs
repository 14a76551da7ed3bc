using Slipway.Protocol;
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
    /// <summary>Returns a new row; its secrets are not in the vault yet.</summary>
    public static CredentialRow New(CredentialKind kind, string name, string? environment, string? application, JudgedCredential judged, DateTimeOffset now) => new(
        Guid.CreateVersion7().ToString(), environment, application, kind.ToString(), name, judged.Alias, judged.Facts.ToJson(), "", null, null,
        judged.ExpiresAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());

    /// <summary>What it is.</summary>
    public CredentialKind KindOf => EnumText.Parse<CredentialKind>(Kind);

    /// <summary>The facts about it.</summary>
    public CredentialFacts ReadFacts() => CredentialFacts.Parse(Facts);

    /// <summary>How closely it matches a build: a match of the application counts more than one of the environment.</summary>
    public int Nearness => (ApplicationKey is null ? 0 : 2) + (EnvironmentKey is null ? 0 : 1);
}
