using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>
/// An RSA key that somebody else holds: the public half is here, and hashes are sent away to be signed. So code that meets files
/// of strangers can sign without having a key that could be stolen from it.
/// </summary>
public sealed class RemoteRsa : RSA
{
    private readonly RSAParameters _publicKey;
    private readonly HashSigning _sign;

    /// <summary>Wraps the public half of a key.</summary>
    /// <param name="publicKey">Modulus and exponent.</param>
    /// <param name="sign">Has a hash signed, with PKCS#1 v1.5.</param>
    public RemoteRsa(RSAParameters publicKey, HashSigning sign)
    {
        _publicKey = new RSAParameters { Modulus = publicKey.Modulus, Exponent = publicKey.Exponent };
        _sign = sign;
        KeySizeValue = publicKey.Modulus!.Length * 8;
    }

    /// <inheritdoc/>
    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        padding == RSASignaturePadding.Pkcs1
            ? _sign(hash, hashAlgorithm)
            : throw new CryptographicException("Only signatures of PKCS#1 v1.5 are made elsewhere.");

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        using var key = Create(_publicKey);
        return key.VerifyHash(hash, signature, hashAlgorithm, padding);
    }

    /// <inheritdoc/>
    public override RSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The private key is elsewhere.") : _publicKey;

    /// <inheritdoc/>
    public override void ImportParameters(RSAParameters parameters) => throw new CryptographicException("This key is fixed.");
}
