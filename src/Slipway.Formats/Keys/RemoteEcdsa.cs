using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>
/// An EC key whose private half is elsewhere, like <see cref="RemoteRsa"/>. The holder derives the nonces with
/// <see cref="HashSigner"/>.
/// </summary>
public sealed class RemoteEcdsa : ECDsa
{
    private readonly ECParameters _publicKey;
    private readonly HashSigning _sign;

    /// <summary>Wraps the public half of a key.</summary>
    /// <param name="publicKey">Curve and public point.</param>
    /// <param name="keySize">Bits of the curve.</param>
    /// <param name="sign">Requests the signature of a hash.</param>
    public RemoteEcdsa(ECParameters publicKey, int keySize, HashSigning sign)
    {
        _publicKey = new ECParameters { Curve = publicKey.Curve, Q = publicKey.Q };
        _sign = sign;
        KeySizeValue = keySize;
    }

    /// <inheritdoc/>
    public override byte[] SignHash(byte[] hash) => _sign(hash, HashSigner.AlgorithmOf(hash.Length));

    /// <inheritdoc/>
    public override bool VerifyHash(byte[] hash, byte[] signature)
    {
        using var key = Create(_publicKey);
        return key.VerifyHash(hash, signature);
    }

    /// <inheritdoc/>
    public override ECParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The private key is elsewhere.") : _publicKey;
}
