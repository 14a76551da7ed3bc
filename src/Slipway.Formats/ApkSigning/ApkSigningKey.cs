using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.ApkSigning;

/// <summary>A key that signs packages.</summary>
/// <param name="PrivateKey">RSA or ECDsa.</param>
/// <param name="Chain">Its certificate, then those of its issuers where there are any.</param>
public sealed record ApkSigningKey(AsymmetricAlgorithm PrivateKey, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>The certificate of the key.</summary>
    public X509Certificate2 Certificate => Chain[0];
}
