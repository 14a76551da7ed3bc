using System.Numerics;
using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// DSA whose nonce is derived from key and hash (RFC 6979), like <see cref="DeterministicEcdsa"/> for EC. Old versions of keytool
/// made DSA keys by default. The arithmetic does not run in constant time, so nonce and private key are blinded with random numbers.
/// </summary>
internal sealed class DeterministicDsa : DSA
{
    private readonly DSA _key;

    private DeterministicDsa(DSA key)
    {
        _key = key;
        KeySizeValue = key.KeySize;
    }

    /// <summary>Returns a key that signs deterministically; a remote key does so already and is returned unchanged.</summary>
    public static DSA Of(DSA key) => key is RemoteDsa or DeterministicDsa ? key : new DeterministicDsa(key);

    public override byte[] CreateSignature(byte[] rgbHash)
    {
        var key = _key.ExportParameters(includePrivateParameters: true);
        try
        {
            return Sign(rgbHash, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key.X);
        }
    }

    public override bool VerifySignature(byte[] rgbHash, byte[] rgbSignature) => _key.VerifySignature(rgbHash, rgbSignature);

    public override DSAParameters ExportParameters(bool includePrivateParameters) => _key.ExportParameters(includePrivateParameters);

    public override void ImportParameters(DSAParameters parameters) => throw new CryptographicException("This key is fixed.");

    private static byte[] Sign(byte[] hash, DSAParameters key)
    {
        var (prime, order, secret) = (Read(key.P!), Read(key.Q!), Read(key.X!));
        var (size, bits) = (key.Q!.Length, (int)order.GetBitLength());
        var digest = Truncate(hash, bits);
        var nonces = new Rfc6979Nonces(HashSigner.AlgorithmOf(hash.Length), Write(secret, size), Write(digest % order, size));
        while (true)
        {
            var nonce = Truncate(nonces.Next(size), bits);
            if (nonce.IsZero || nonce >= order)
                continue;
            var r = BigInteger.ModPow(Read(key.G!), nonce + (order * Random(size)), prime) % order;
            var blind = (Random(size) % (order - 1)) + 1;
            var inverse = BigInteger.ModPow(nonce * blind % order, order - 2, order);
            var s = inverse * ((digest * blind) + (r * (secret * blind % order))) % order;
            if (!r.IsZero && !s.IsZero)
                return [.. Write(r, size), .. Write(s, size)];
        }
    }

    private static BigInteger Random(int size) => Read(RandomNumberGenerator.GetBytes(size + 8));

    /// <summary>Returns as many leftmost bits of the hash as the order has (RFC 6979 2.3.2).</summary>
    private static BigInteger Truncate(byte[] bytes, int bits) => Read(bytes) >> Math.Max(0, (bytes.Length * 8) - bits);

    private static BigInteger Read(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Write(BigInteger value, int size)
    {
        var bytes = new byte[size];
        var digits = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, size - digits.Length);
        return bytes;
    }
}
