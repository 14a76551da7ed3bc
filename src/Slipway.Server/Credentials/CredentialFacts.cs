using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Signing.Ios;

namespace Slipway.Server.Credentials;

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
