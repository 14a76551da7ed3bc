using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Keys;

/// <summary>An entry of a keystore.</summary>
/// <param name="Alias">Its name; an entry without one is called by its number, from 1.</param>
/// <param name="HasPrivateKey">False for the certificate of somebody else.</param>
/// <param name="Chain">Its certificate, then those of its issuers.</param>
public sealed record KeystoreEntry(string Alias, bool HasPrivateKey, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>When the certificate ends; null without a certificate.</summary>
    public DateTimeOffset? NotAfter => Chain.Count == 0 ? null : new DateTimeOffset(Chain[0].NotAfter.ToUniversalTime());

    /// <summary>When the certificate begins; null without a certificate.</summary>
    public DateTimeOffset? NotBefore => Chain.Count == 0 ? null : new DateTimeOffset(Chain[0].NotBefore.ToUniversalTime());
}
