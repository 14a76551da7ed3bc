using System.Security.Cryptography;

namespace Slipway.Gateway.Clients;

/// <summary>The hash that htpasswd writes by default: a thousand rounds of MD5 (apr_md5_encode of the Apache Portable Runtime).</summary>
internal static class Apr1Hash
{
    private const int Rounds = 1000;
    private const int MostSalt = 8;

    private static ReadOnlySpan<byte> Order => [0, 6, 12, 1, 7, 13, 2, 8, 14, 3, 9, 15, 4, 10, 5, 11];

    /// <summary>Returns the text after the last dollar sign.</summary>
    public static string Compute(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt)
    {
        salt = salt[..Math.Min(salt.Length, MostSalt)];
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        digest.AppendData(password);
        digest.AppendData(salt);
        digest.AppendData(password);
        digest.GetHashAndReset(hash);

        digest.AppendData(password);
        digest.AppendData("$apr1$"u8);
        digest.AppendData(salt);
        for (var left = password.Length; left > 0; left -= hash.Length)
            digest.AppendData(hash[..Math.Min(left, hash.Length)]);
        for (var bits = password.Length; bits != 0; bits >>= 1)
            digest.AppendData((bits & 1) != 0 ? [0] : password[..1]);
        digest.GetHashAndReset(hash);

        for (var round = 0; round < Rounds; round++)
        {
            digest.AppendData(round % 2 != 0 ? password : hash);
            if (round % 3 != 0)
                digest.AppendData(salt);
            if (round % 7 != 0)
                digest.AppendData(password);
            digest.AppendData(round % 2 != 0 ? hash : password);
            digest.GetHashAndReset(hash);
        }

        // The last byte forms a group of its own, of two characters.
        return CryptText.Write(hash, Order[..15]) + CryptText.Write(hash, Order[15..]);
    }
}
