using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Formats.ApkSigning;

/// <summary>Which keys Android takes: of any length, for apps of the first years were published with short ones, but of few kinds.</summary>
public static class AndroidKeys
{
    private const int SmallestRsa = 512;
    private const int LargestRsa = 16384;
    private const int LargestDsa = 3072;

    /// <summary>P-256, P-384 and P-521 (RFC 5480, 2.1.1.1); Android's library knows no curves of others.</summary>
    private static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <summary>Why a key cannot sign packages, as a clause; null when it can.</summary>
    public static string? FindFault(AsymmetricAlgorithm key) => key switch
    {
        RSA { KeySize: >= SmallestRsa and <= LargestRsa } or DSA { KeySize: <= LargestDsa } => null,
        RSA or DSA => $"the key has {key.KeySize} bits",
        ECDsa ec => HasCurve(ec) ? null : "the EC key is on an unusual curve",
        _ => "the key is neither RSA, EC nor DSA",
    };

    /// <summary>The public key of a certificate; null when it is of an unknown kind or broken.</summary>
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
