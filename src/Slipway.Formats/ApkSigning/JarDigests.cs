using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Which digests a JAR signature uses, as apksigner decides (AOSP, apksig, V1SchemeSigner.getSuggestedSignatureDigestAlgorithm):
/// Android knows SHA-256 with RSA from API 18 and with DSA from API 21 on, and EC keys only from API 18 on.
/// </summary>
internal static class JarDigests
{
    public const int FirstSdkWithEc = 18;

    /// <summary>From here on Android knows names of algorithms that join hash and key; before, EC and DSA are named alone.</summary>
    public const int FirstSdkWithJointNames = 21;

    private const int FirstSdkWithRsaSha256 = 18;

    /// <summary>The digest that a key signs.</summary>
    public static HashAlgorithmName OfSignature(SigningKey key, int minSdk) =>
        minSdk < (key.PrivateKey is DSA ? FirstSdkWithJointNames : FirstSdkWithRsaSha256) ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;

    /// <summary>The digest of contents and of the manifest: the strongest that one of the signers uses.</summary>
    public static HashAlgorithmName OfContents(ApkSigningOptions options) =>
        options.Signers.Any(key => OfSignature(key, options.MinSdk) == HashAlgorithmName.SHA256) ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
}
