using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.Keys;

/// <summary>A key that signs, with its certificates.</summary>
/// <param name="PrivateKey">RSA or ECDsa.</param>
/// <param name="Chain">Its certificate, then those of its issuers where there are any.</param>
public sealed record SigningKey(AsymmetricAlgorithm PrivateKey, IReadOnlyList<X509Certificate2> Chain)
{
    /// <summary>The certificate of the key.</summary>
    public X509Certificate2 Certificate => Chain[0];
}
