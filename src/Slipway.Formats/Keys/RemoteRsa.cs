using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>
/// An RSA key whose private half is elsewhere: this object has the public half and sends hashes to the holder for signing. Code that
/// reads untrusted files can sign with it, and no key can be stolen from it.
/// </summary>
public sealed class RemoteRsa : RSA
{
    private readonly RSAParameters _publicKey;
    private readonly HashSigning _sign;

    /// <summary>Wraps the public half of a key.</summary>
    /// <param name="publicKey">Modulus and exponent.</param>
    /// <param name="sign">Requests the PKCS#1 v1.5 signature of a hash.</param>
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
            : throw new CryptographicException("A remote key signs with PKCS#1 v1.5 only.");

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
