using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Slipway.Formats.ApkSigning;

namespace Slipway.Formats.Keys;

/// <summary>Signs hashes for code that has only the public half of a key. The result is the same as where the key itself is at hand.</summary>
public static class HashSigner
{
    /// <summary>Signs a hash: RSA by PKCS#1 v1.5, ECDSA and DSA with the nonce of RFC 6979.</summary>
    /// <exception cref="CryptographicException">The hash does not fit the algorithm, or the key is of another kind.</exception>
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

    /// <summary>The public half of a key with its certificates; hashes are sent to whoever holds the other half.</summary>
    /// <param name="chain">Its certificate, then those of its issuers.</param>
    /// <param name="sign">Has a hash signed.</param>
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

    /// <summary>The algorithm of the SHA family that gives hashes of a length.</summary>
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
