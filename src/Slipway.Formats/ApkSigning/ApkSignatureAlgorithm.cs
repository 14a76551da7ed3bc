using System.Security.Cryptography;

namespace Slipway.Formats.ApkSigning;

/// <summary>An algorithm of the APK Signature Schemes (source.android.com, "APK Signature Scheme v2", Signature algorithm IDs).</summary>
/// <param name="Id">Its number in the signing block.</param>
/// <param name="Digest">Digest of contents and of signed data.</param>
/// <param name="Kind">Kind of key.</param>
internal sealed record ApkSignatureAlgorithm(uint Id, HashAlgorithmName Digest, ApkKeyKind Kind)
{
    private const int LargestRsaForSha256 = 3072;

    public static IReadOnlyList<ApkSignatureAlgorithm> All { get; } =
    [
        new(0x0101, HashAlgorithmName.SHA256, ApkKeyKind.RsaPss),
        new(0x0102, HashAlgorithmName.SHA512, ApkKeyKind.RsaPss),
        new(0x0103, HashAlgorithmName.SHA256, ApkKeyKind.Rsa),
        new(0x0104, HashAlgorithmName.SHA512, ApkKeyKind.Rsa),
        new(0x0201, HashAlgorithmName.SHA256, ApkKeyKind.Ec),
        new(0x0202, HashAlgorithmName.SHA512, ApkKeyKind.Ec),
        new(0x0301, HashAlgorithmName.SHA256, ApkKeyKind.Dsa),
    ];

    public int DigestSize => Digest == HashAlgorithmName.SHA256 ? SHA256.HashSizeInBytes : SHA512.HashSizeInBytes;

    /// <summary>Returns the algorithm with a number; null when it is unknown.</summary>
    public static ApkSignatureAlgorithm? Find(uint id) => All.FirstOrDefault(algorithm => algorithm.Id == id);

    /// <summary>Returns the algorithm for a key, the one that apksigner chooses: the digest grows with the key.</summary>
    /// <exception cref="ApkSigningException">Android does not accept such a key.</exception>
    public static ApkSignatureAlgorithm For(AsymmetricAlgorithm key) => AndroidKeys.FindFault(key) is { } fault
        ? throw new ApkSigningException(ApkSigningFault.KeyUnsuitable, $"This key cannot sign Android packages: {fault}")
        : key switch
        {
            DSA => Find(0x0301)!,
            ECDsa { KeySize: 256 } => Find(0x0201)!,
            ECDsa => Find(0x0202)!,
            { KeySize: <= LargestRsaForSha256 } => Find(0x0103)!,
            _ => Find(0x0104)!,
        };

    public byte[] Sign(AsymmetricAlgorithm key, ReadOnlySpan<byte> data) => KeySignature.Sign(key, data, Digest);
}

/// <summary>Kind of key and padding of a signature algorithm.</summary>
internal enum ApkKeyKind
{
    Rsa,
    RsaPss,
    Ec,
    Dsa,
}

/// <summary>Makes signatures for Android packages: the same key and data always result in the same bytes.</summary>
internal static class KeySignature
{
    /// <summary>Signs with RSA (PKCS#1 v1.5), or with ECDSA or DSA as a DER sequence with the nonce of RFC 6979.</summary>
    public static byte[] Sign(AsymmetricAlgorithm key, ReadOnlySpan<byte> data, HashAlgorithmName digest) => key switch
    {
        RSA rsa => rsa.SignData(data, digest, RSASignaturePadding.Pkcs1),
        ECDsa ec => DeterministicEcdsa.Of(ec).SignData(data, digest, DSASignatureFormat.Rfc3279DerSequence),
        DSA dsa => DeterministicDsa.Of(dsa).CreateSignature(CryptographicOperations.HashData(digest, data), DSASignatureFormat.Rfc3279DerSequence),
        _ => throw new ApkSigningException(ApkSigningFault.KeyUnsuitable, "Only RSA, EC and DSA keys sign Android packages"),
    };
}
