using System.Security.Cryptography;

namespace Slipway.Formats.ApkSigning;

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
