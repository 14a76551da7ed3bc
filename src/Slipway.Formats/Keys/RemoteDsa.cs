using System.Security.Cryptography;

namespace Slipway.Formats.Keys;

/// <summary>
/// A DSA key whose private half is elsewhere, like <see cref="RemoteRsa"/>. The holder derives the nonces with
/// <see cref="HashSigner"/>.
/// </summary>
public sealed class RemoteDsa : DSA
{
    private readonly DSAParameters _publicKey;
    private readonly HashSigning _sign;

    /// <summary>Wraps the public half of a key.</summary>
    /// <param name="publicKey">The parameters of the group and the public value.</param>
    /// <param name="sign">Requests the signature of a hash.</param>
    public RemoteDsa(DSAParameters publicKey, HashSigning sign)
    {
        _publicKey = publicKey with { X = null };
        _sign = sign;
        KeySizeValue = publicKey.P!.Length * 8;
    }

    /// <inheritdoc/>
    public override byte[] CreateSignature(byte[] rgbHash) => _sign(rgbHash, HashSigner.AlgorithmOf(rgbHash.Length));

    /// <inheritdoc/>
    public override bool VerifySignature(byte[] rgbHash, byte[] rgbSignature)
    {
        using var key = Create(_publicKey);
        return key.VerifySignature(rgbHash, rgbSignature);
    }

    /// <inheritdoc/>
    public override DSAParameters ExportParameters(bool includePrivateParameters) =>
        includePrivateParameters ? throw new CryptographicException("The private key is elsewhere.") : _publicKey;

    /// <inheritdoc/>
    public override void ImportParameters(DSAParameters parameters) => throw new CryptographicException("This key is fixed.");
}
