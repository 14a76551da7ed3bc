using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>Refuses keys and options that would result in a package that no device accepts.</summary>
internal static class ApkSigningCheck
{
    public static void Check(ApkSigningOptions options)
    {
        if (options.Signers.Count == 0 || !(options.V1 || options.V2 || options.EffectiveV3))
            throw new ApkSigningException(ApkSigningFault.NothingToSign, "A package needs at least one signer and one signature scheme");
        if (options.V1 && options.MinSdk < JarDigests.FirstSdkWithEc && options.Signers.Any(key => key.PrivateKey is ECDsa))
            throw new ApkSigningException(ApkSigningFault.KeyTooNew, $"Android before API level {JarDigests.FirstSdkWithEc} cannot check signatures by EC keys");
        foreach (var key in options.Signers)
            Check(key);
    }

    private static void Check(SigningKey key)
    {
        ApkSignatureAlgorithm.For(key.PrivateKey);
        if (!key.IsWhole)
            throw new ApkSigningException(ApkSigningFault.CertificateMismatch, "The certificate does not belong to the private key");
    }
}
