using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Protocol;
using Slipway.Protocol.Credentials;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

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

/// <summary>A credential that was checked and has no errors.</summary>
/// <param name="Alias">The alias of the key in a keystore.</param>
/// <param name="Facts">The facts about it.</param>
/// <param name="ExpiresAt">When it expires.</param>
/// <param name="Warnings">Warnings about what makes a build fail, now or soon.</param>
internal sealed record JudgedCredential(string? Alias, CredentialFacts Facts, DateTimeOffset ExpiresAt, IReadOnlyList<Problem> Warnings);

/// <summary>Public facts about a credential, kept as JSON in its row.</summary>
internal sealed record CredentialFacts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Subject of the certificate, or name of the profile.</summary>
    public required string Subject { get; init; }

    /// <summary>Apple team id.</summary>
    public string? Team { get; init; }

    /// <summary>SHA-256 of the certificate.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Algorithm and size of the key.</summary>
    public string? Key { get; init; }

    /// <summary>Purpose of the certificate or profile.</summary>
    public string? Purpose { get; init; }

    /// <summary>The app id in a profile.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Number of devices in a profile.</summary>
    public int? Devices { get; init; }

    /// <summary>Certificates of the keys in a .p12, the one that is valid longest first.</summary>
    public IReadOnlyList<byte[]> Certificates { get; init; } = [];

    /// <summary>Issuers' certificates that were uploaded with a .p12.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>SHA-256 of the certificates that a profile lists.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>Returns whether an app with this id may use the profile; true for an id that is not known yet.</summary>
    public bool MayBe(string? appIdentifier) => appIdentifier is null || AppIdentifier is null || new AppIdPattern("", AppIdentifier).Allows(appIdentifier);

    /// <summary>Returns whether the profile lists one of the certificates of a .p12.</summary>
    public bool Lists(CredentialFacts certificate) => certificate.Certificates.Any(c => Listed.Contains(Convert.ToHexStringLower(SHA256.HashData(c)), StringComparer.Ordinal));

    /// <summary>Returns the facts of a row.</summary>
    public static CredentialFacts Parse(string json) => JsonSerializer.Deserialize<CredentialFacts>(json, Json)!;

    /// <summary>Returns the JSON for the database row.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
