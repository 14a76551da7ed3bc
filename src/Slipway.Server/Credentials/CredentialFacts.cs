using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Slipway.Signing.Ios;

namespace Slipway.Server.Credentials;

/// <summary>What is known of a credential and not secret, as its row keeps it.</summary>
internal sealed record CredentialFacts
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Owner of the certificate, or name of the profile.</summary>
    public required string Subject { get; init; }

    /// <summary>Team of Apple.</summary>
    public string? Team { get; init; }

    /// <summary>SHA-256 of the certificate.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Sort of key.</summary>
    public string? Key { get; init; }

    /// <summary>What certificate or profile are for.</summary>
    public string? Purpose { get; init; }

    /// <summary>The id of the app, as a profile has it.</summary>
    public string? AppIdentifier { get; init; }

    /// <summary>Devices that a profile lists.</summary>
    public int? Devices { get; init; }

    /// <summary>Certificates of the keys of a .p12, the one that is valid longest first.</summary>
    public IReadOnlyList<byte[]> Certificates { get; init; } = [];

    /// <summary>Certificates of issuers that were given beside a .p12.</summary>
    public IReadOnlyList<byte[]> Chain { get; init; } = [];

    /// <summary>SHA-256 of the certificates that a profile lists.</summary>
    public IReadOnlyList<string> Listed { get; init; } = [];

    /// <summary>May an app with this id have the profile? One that is not known yet may.</summary>
    public bool MayBe(string? appIdentifier) => appIdentifier is null || AppIdentifier is null || new AppIdPattern("", AppIdentifier).Allows(appIdentifier);

    /// <summary>Does the profile list one of the certificates of a .p12?</summary>
    public bool Lists(CredentialFacts certificate) => certificate.Certificates.Any(c => Listed.Contains(Convert.ToHexStringLower(SHA256.HashData(c)), StringComparer.Ordinal));

    /// <summary>The facts of a row.</summary>
    public static CredentialFacts Parse(string json) => JsonSerializer.Deserialize<CredentialFacts>(json, Json)!;

    /// <summary>As a row keeps them.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
