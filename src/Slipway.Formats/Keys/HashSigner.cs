using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.ApkSigning;

namespace Slipway.Formats.Keys;

/// <summary>Signs hashes for code that has only the public half of a key. The signatures are the same as with the key itself.</summary>
public static class HashSigner
{
    /// <summary>Signs a hash: RSA by PKCS#1 v1.5, ECDSA and DSA with the nonce of RFC 6979.</summary>
    /// <exception cref="CryptographicException">The hash does not have the length of the algorithm, or the kind of key is not supported.</exception>
    public static byte[] Sign(SigningKey key, byte[] hash, HashAlgorithmName algorithm)
    {
        if (!IsKnown(algorithm) || AlgorithmOf(hash.Length) != algorithm)
            throw new CryptographicException("The length of the hash is not that of its algorithm.");
        return key.PrivateKey switch
        {
            RSA rsa => rsa.SignHash(hash, algorithm, RSASignaturePadding.Pkcs1),
            ECDsa ec => DeterministicEcdsa.Of(ec).SignHash(hash),
            DSA dsa => DeterministicDsa.Of(dsa).CreateSignature(hash),
            _ => throw new CryptographicException("The key is neither RSA, EC nor DSA."),
        };
    }

    /// <summary>Returns a key that has only the public half and delegates the signing of hashes to the holder of the private half.</summary>
    /// <param name="chain">The certificate of the key, then those of its issuers.</param>
    /// <param name="sign">Requests the signature of a hash.</param>
    /// <exception cref="CryptographicException">The certificate has a key that is neither RSA, EC nor DSA.</exception>
    public static SigningKey Remote(IReadOnlyList<X509Certificate2> chain, HashSigning sign)
    {
        using var rsa = chain[0].GetRSAPublicKey();
        if (rsa is not null)
            return new SigningKey(new RemoteRsa(rsa.ExportParameters(includePrivateParameters: false), sign), chain);
        using var ec = chain[0].GetECDsaPublicKey();
        if (ec is not null)
            return new SigningKey(new RemoteEcdsa(ec.ExportParameters(includePrivateParameters: false), ec.KeySize, sign), chain);
        using var dsa = chain[0].GetDSAPublicKey() ?? throw new CryptographicException("The key is neither RSA, EC nor DSA.");
        return new SigningKey(new RemoteDsa(dsa.ExportParameters(includePrivateParameters: false), sign), chain);
    }

    /// <summary>Returns the algorithm of the SHA family with a hash length.</summary>
    internal static HashAlgorithmName AlgorithmOf(int length) => length switch
    {
        SHA1.HashSizeInBytes => HashAlgorithmName.SHA1,
        SHA256.HashSizeInBytes => HashAlgorithmName.SHA256,
        SHA384.HashSizeInBytes => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    private static bool IsKnown(HashAlgorithmName algorithm) =>
        algorithm == HashAlgorithmName.SHA256 || algorithm == HashAlgorithmName.SHA384 || algorithm == HashAlgorithmName.SHA512;
}

/// <summary>Requests the signature of a hash from the holder of the key.</summary>
/// <param name="hash">The hash.</param>
/// <param name="algorithm">The algorithm of the hash.</param>
/// <returns>An RSA signature as a number, or the concatenation of r and s for ECDSA and DSA.</returns>
public delegate byte[] HashSigning(byte[] hash, HashAlgorithmName algorithm);
