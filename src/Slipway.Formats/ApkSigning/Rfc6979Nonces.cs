using System.Security.Cryptography;

namespace Slipway.Formats.ApkSigning;

/// <summary>Generates the candidate nonces of RFC 6979 section 3.2 with an HMAC that is seeded with key and hash.</summary>
internal sealed class Rfc6979Nonces
{
    private readonly HashAlgorithmName _hash;
    private byte[] _key;
    private byte[] _value;
    private bool _asked;

    public Rfc6979Nonces(HashAlgorithmName hash, byte[] secret, byte[] reducedHash)
    {
        _hash = hash;
        var size = CryptographicOperations.HashData(hash, []).Length;
        _key = new byte[size];
        _value = Enumerable.Repeat((byte)1, size).ToArray();
        Update((byte[])[0, .. secret, .. reducedHash]);
        Update((byte[])[1, .. secret, .. reducedHash]);
    }

    /// <summary>Returns the next candidate of at least <paramref name="size"/> bytes, rounded to whole bytes of the order.</summary>
    public byte[] Next(int size)
    {
        if (_asked)
            Update([0]);
        _asked = true;
        var candidate = new byte[size];
        for (var at = 0; at < size; at += _value.Length)
        {
            _value = CryptographicOperations.HmacData(_hash, _key, _value);
            _value.AsSpan(0, Math.Min(_value.Length, size - at)).CopyTo(candidate.AsSpan(at));
        }

        return candidate;
    }

    private void Update(ReadOnlySpan<byte> seed)
    {
        _key = CryptographicOperations.HmacData(_hash, _key, (byte[])[.. _value, .. seed]);
        _value = CryptographicOperations.HmacData(_hash, _key, _value);
    }
}
