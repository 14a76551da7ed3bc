using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Keys;

/// <summary>An entry of a keystore.</summary>
/// <param name="Alias">Its alias; for an entry without one its number, from 1.</param>
/// <param name="HasPrivateKey">False for a certificate without a key.</param>
/// <param name="Chain">Its certificate, then those of its issuers.</param>
public sealed record KeystoreEntry(string Alias, bool HasPrivateKey, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>End of the certificate's validity; null without a certificate.</summary>
    public DateTimeOffset? NotAfter => Chain.Count == 0 ? null : new DateTimeOffset(Chain[0].NotAfter.ToUniversalTime());

    /// <summary>Start of the certificate's validity; null without a certificate.</summary>
    public DateTimeOffset? NotBefore => Chain.Count == 0 ? null : new DateTimeOffset(Chain[0].NotBefore.ToUniversalTime());
}

/// <summary>An entry with the function that opens its key.</summary>
/// <param name="Entry">The public part of the entry.</param>
/// <param name="OpenKey">Decrypts the key with a password to a PrivateKeyInfo (RFC 5208); null without a key.</param>
internal sealed record KeystoreItem(KeystoreEntry Entry, Func<string, byte[]>? OpenKey);
