using System.Security.Cryptography;

namespace Slipway.Formats.ApkSigning;

/// <summary>An algorithm of the APK Signature Schemes (source.android.com, "APK Signature Scheme v2", Signature algorithm IDs).</summary>
/// <param name="Id">Its number in the signing block.</param>
/// <param name="Digest">Digest of contents and of signed data.</param>
/// <param name="Kind">Kind of key.</param>
internal sealed record ApkSignatureAlgorithm(uint Id, HashAlgorithmName Digest, ApkKeyKind Kind)
{
    private const int LargestRsaForSha256 = 3072;
    private const int SmallestRsa = 2048;
    private const int LargestRsa = 16384;

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

    /// <summary>Null when the number is not known.</summary>
    public static ApkSignatureAlgorithm? Find(uint id) => All.FirstOrDefault(algorithm => algorithm.Id == id);

    /// <summary>The algorithm that apksigner chooses too: the digest grows with the key.</summary>
    public static ApkSignatureAlgorithm For(AsymmetricAlgorithm key) => key switch
    {
        RSA { KeySize: >= SmallestRsa and <= LargestRsaForSha256 } => Find(0x0103)!,
        RSA { KeySize: > LargestRsaForSha256 and <= LargestRsa } => Find(0x0104)!,
        ECDsa { KeySize: 256 } => Find(0x0201)!,
        ECDsa { KeySize: 384 or 521 } => Find(0x0202)!,
        _ => throw new ApkSigningException(
            ApkSigningFault.KeyUnsuitable,
            $"A key of the kind {key.GetType().BaseType?.Name ?? key.GetType().Name} with {key.KeySize} bits cannot sign Android packages: it takes RSA from 2048 bits or EC on P-256, P-384 or P-521"),
    };

    public byte[] Sign(AsymmetricAlgorithm key, ReadOnlySpan<byte> data) => key switch
    {
        RSA rsa => rsa.SignData(data, Digest, RSASignaturePadding.Pkcs1),
        ECDsa ec => DeterministicEcdsa.Of(ec).SignData(data, Digest, DSASignatureFormat.Rfc3279DerSequence),
        _ => throw new ApkSigningException(ApkSigningFault.KeyUnsuitable, "Only RSA and EC keys sign Android packages"),
    };
}
