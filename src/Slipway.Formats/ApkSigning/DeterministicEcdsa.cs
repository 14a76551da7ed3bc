using System.Numerics;
using System.Security.Cryptography;
using Slipway.Formats.Keys;

namespace Slipway.Formats.ApkSigning;

/// <summary>
/// ECDSA whose nonce is derived from key and hash (RFC 6979), so that the same input results in the same package. The platform
/// multiplies on the curve: it computes the nonce's public point as it does for a private key. The arithmetic modulo the order does
/// not run in constant time, so secret numbers are multiplied by a random number first; the duration of a signature depends on the
/// product, not on the secret.
/// </summary>
internal sealed class DeterministicEcdsa : ECDsa
{
    private readonly ECDsa _key;
    private readonly ECCurve _curve;
    private readonly BigInteger _order;
    private readonly int _orderBits;
    private readonly int _size;

    public DeterministicEcdsa(ECDsa key)
    {
        _key = key;
        KeySizeValue = key.KeySize;
        (_curve, _order) = CurveOrder(key.KeySize);
        _orderBits = (int)_order.GetBitLength();
        _size = (_orderBits + 7) / 8;
    }

    /// <summary>Returns a key that signs deterministically; a remote key does so already and is returned unchanged.</summary>
    public static ECDsa Of(ECDsa key) => key is RemoteEcdsa ? key : new DeterministicEcdsa(key);

    public override byte[] SignHash(byte[] hash)
    {
        var secret = _key.ExportParameters(includePrivateParameters: true).D!;
        try
        {
            return Sign(hash, Read(secret));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    public override bool VerifyHash(byte[] hash, byte[] signature) => _key.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) => _key.ExportParameters(includePrivateParameters);

    private byte[] Sign(byte[] hash, BigInteger secret)
    {
        var nonces = new Rfc6979Nonces(HashSigner.AlgorithmOf(hash.Length), Write(secret), Write(Truncate(hash) % _order));
        while (true)
        {
            var nonce = Truncate(nonces.Next(_size));
            if (nonce.IsZero || nonce >= _order)
                continue;
            var r = PointOf(nonce) % _order;
            var blind = Blind();
            var s = Inverse(nonce * blind % _order) * ((Truncate(hash) * blind) + (r * (secret * blind % _order))) % _order;
            if (!r.IsZero && !s.IsZero)
                return [.. Write(r), .. Write(s)];
        }
    }

    private BigInteger Blind() => (Read(RandomNumberGenerator.GetBytes(_size + 8)) % (_order - 1)) + 1;

    private BigInteger PointOf(BigInteger nonce)
    {
        using var multiplied = Create(new ECParameters { Curve = _curve, D = Write(nonce) });
        return Read(multiplied.ExportParameters(includePrivateParameters: false).Q.X!);
    }

    /// <summary>Inverts by Fermat's little theorem, because the order is prime.</summary>
    private BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, _order - 2, _order);

    /// <summary>Returns as many leftmost bits of the hash as the order has (RFC 6979 2.3.2).</summary>
    private BigInteger Truncate(byte[] bytes)
    {
        var excess = (bytes.Length * 8) - _orderBits;
        return excess > 0 ? Read(bytes) >> excess : Read(bytes);
    }

    private byte[] Write(BigInteger value)
    {
        var bytes = new byte[_size];
        var digits = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        digits.CopyTo(bytes, _size - digits.Length);
        return bytes;
    }

    private static BigInteger Read(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>Orders of the base points: SEC 2, version 2.0, sections 2.4.2, 2.5.1 and 2.6.1.</summary>
    private static (ECCurve Curve, BigInteger Order) CurveOrder(int bits) => bits switch
    {
        256 => (ECCurve.NamedCurves.nistP256, Read(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"))),
        384 => (ECCurve.NamedCurves.nistP384, Read(Convert.FromHexString("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973"))),
        _ => (ECCurve.NamedCurves.nistP521, Read(Convert.FromHexString("01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409"))),
    };
}
