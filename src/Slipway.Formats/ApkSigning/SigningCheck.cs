using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>Refuses keys and options that would give a package which no device accepts.</summary>
internal static class SigningCheck
{
    /// <summary>JAR signatures with SHA-256 are known from here on.</summary>
    private const int FirstSdkWithSha256 = 18;

    public static void Check(ApkSigningOptions options)
    {
        if (options.Signers.Count == 0 || !(options.V1 || options.V2 || options.EffectiveV3))
            throw new ApkSigningException(ApkSigningFault.NothingToSign, "A package needs at least one signer and one signature scheme");
        if (options.V1 && options.MinSdk < FirstSdkWithSha256)
            throw new ApkSigningException(ApkSigningFault.MinSdkTooLow, "JAR signatures are made for API level 18 and later");
        foreach (var key in options.Signers)
            Check(key);
    }

    private static void Check(SigningKey key)
    {
        ApkSignatureAlgorithm.For(key.PrivateKey);
        var mine = key.PrivateKey.ExportSubjectPublicKeyInfo();
        if (key.Chain.Count == 0 || !mine.AsSpan().SequenceEqual(PublicKeyOf(key.Certificate)))
            throw new ApkSigningException(ApkSigningFault.CertificateMismatch, "The certificate does not belong to the private key");
    }

    private static byte[] PublicKeyOf(X509Certificate2 certificate)
    {
        using AsymmetricAlgorithm? key = (AsymmetricAlgorithm?)certificate.GetRSAPublicKey() ?? certificate.GetECDsaPublicKey();
        return key?.ExportSubjectPublicKeyInfo() ?? [];
    }
}
