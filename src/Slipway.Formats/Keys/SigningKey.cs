using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.ApkSigning;

namespace Slipway.Formats.Keys;

/// <summary>A private key for signing, with its certificates.</summary>
/// <param name="PrivateKey">RSA, ECDsa or DSA.</param>
/// <param name="Chain">Its certificate, then those of its issuers, if any.</param>
public sealed record SigningKey(AsymmetricAlgorithm PrivateKey, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>The certificate of the key.</summary>
    public X509Certificate2 Certificate => Chain[0];

    /// <summary>True when the certificate belongs to the key.</summary>
    public bool IsWhole => Chain.Count > 0 && PrivateKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(PublicKeyOf(Certificate));

    private static byte[] PublicKeyOf(X509Certificate2 certificate)
    {
        using var key = AndroidKeys.PublicKeyOf(certificate);
        return key?.ExportSubjectPublicKeyInfo() ?? [];
    }
}
