using System.Security.Cryptography;

namespace Slipway.Formats.ApkSigning;

/// <summary>Signatures as Android packages hold them: the same key and data always give the same bytes.</summary>
internal static class KeySignature
{
    /// <summary>RSA by PKCS#1 v1.5; ECDSA and DSA as a DER sequence, with the nonce of RFC 6979.</summary>
    public static byte[] Sign(AsymmetricAlgorithm key, ReadOnlySpan<byte> data, HashAlgorithmName digest) => key switch
    {
        RSA rsa => rsa.SignData(data, digest, RSASignaturePadding.Pkcs1),
        ECDsa ec => DeterministicEcdsa.Of(ec).SignData(data, digest, DSASignatureFormat.Rfc3279DerSequence),
        DSA dsa => DeterministicDsa.Of(dsa).CreateSignature(CryptographicOperations.HashData(digest, data), DSASignatureFormat.Rfc3279DerSequence),
        _ => throw new ApkSigningException(ApkSigningFault.KeyUnsuitable, "Only RSA, EC and DSA keys sign Android packages"),
    };
}
