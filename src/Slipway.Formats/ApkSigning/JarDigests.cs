using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// Chooses the digests of a JAR signature like apksigner (AOSP, apksig, V1SchemeSigner.getSuggestedSignatureDigestAlgorithm): Android
/// supports SHA-256 with RSA from API 18 and with DSA from API 21, and EC keys from API 18.
/// </summary>
internal static class JarDigests
{
    public const int FirstSdkWithEc = 18;

    /// <summary>First API level that knows algorithm names that combine hash and key; earlier levels expect EC or DSA alone.</summary>
    public const int FirstSdkWithJointNames = 21;

    private const int FirstSdkWithRsaSha256 = 18;

    /// <summary>Returns the digest that a key signs.</summary>
    public static HashAlgorithmName OfSignature(SigningKey key, int minSdk) =>
        minSdk < (key.PrivateKey is DSA ? FirstSdkWithJointNames : FirstSdkWithRsaSha256) ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;

    /// <summary>Returns the digest for contents and manifest: the strongest one that a signer uses.</summary>
    public static HashAlgorithmName OfContents(ApkSigningOptions options) =>
        options.Signers.Any(key => OfSignature(key, options.MinSdk) == HashAlgorithmName.SHA256) ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1;
}
