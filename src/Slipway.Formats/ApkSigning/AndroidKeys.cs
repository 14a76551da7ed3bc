using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Keys that Android accepts: RSA, DSA and EC on a few curves. Short keys are included, because early apps were published with them.
/// </summary>
public static class AndroidKeys
{
    private const int SmallestRsa = 512;
    private const int LargestRsa = 16384;
    private const int LargestDsa = 3072;

    /// <summary>P-256, P-384 and P-521 (RFC 5480, 2.1.1.1); Android's library supports no other curves.</summary>
    private static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <summary>Returns the reason why a key cannot sign packages, as a clause; null when it can.</summary>
    public static string? FindFault(AsymmetricAlgorithm key) => key switch
    {
        RSA { KeySize: >= SmallestRsa and <= LargestRsa } or DSA { KeySize: <= LargestDsa } => null,
        RSA or DSA => $"the key has {key.KeySize} bits",
        ECDsa ec => HasCurve(ec) ? null : "the EC key is on an unusual curve",
        _ => "the key is neither RSA, EC nor DSA",
    };

    /// <summary>Returns the public key of a certificate; null when its kind is unknown or it is malformed.</summary>
    public static AsymmetricAlgorithm? PublicKeyOf(X509Certificate2 certificate)
    {
        try
        {
            return (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? (AsymmetricAlgorithm?)certificate.GetECDsaPublicKey() ?? certificate.GetDSAPublicKey();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool HasCurve(ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;
        return curve.IsNamed && Curves.Contains(curve.Oid.Value ?? new Oid(curve.Oid.FriendlyName!).Value);
    }
}
