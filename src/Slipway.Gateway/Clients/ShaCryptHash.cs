using System.Security.Cryptography;

namespace Slipway.Gateway.Clients;

/// <summary>The hashes $5$ and $6$ of crypt(3), by Drepper's "Unix crypt using SHA-256 and SHA-512", version 0.6.</summary>
internal static class ShaCryptHash
{
    /// <summary>The rounds of a hash that does not state them.</summary>
    public const int UsualRounds = 5000;

    private const int MostSalt = 16;
    private const int SaltRounds = 16;

    private static ReadOnlySpan<byte> Order256 =>
        [0, 10, 20, 21, 1, 11, 12, 22, 2, 3, 13, 23, 24, 4, 14, 15, 25, 5, 6, 16, 26, 27, 7, 17, 18, 28, 8, 9, 19, 29, 31, 30];

    private static ReadOnlySpan<byte> Order512 =>
    [
        0, 21, 42, 22, 43, 1, 44, 2, 23, 3, 24, 45, 25, 46, 4, 47, 5, 26, 6, 27, 48, 28, 49, 7, 50, 8, 29, 9, 30, 51, 31, 52, 10, 53, 11, 32, 12, 33, 54, 34,
        55, 13, 56, 14, 35, 15,
        36, 57, 37, 58, 16, 59, 17, 38, 18, 39, 60, 40, 61, 19, 62, 20, 41, 63,
    ];

    /// <summary>Returns the text after the last dollar sign.</summary>
    /// <param name="algorithm">SHA-256 or SHA-512.</param>
    /// <param name="password">The password.</param>
    /// <param name="salt">The salt as it is written in the hash.</param>
    /// <param name="rounds">The number of rounds.</param>
    public static string Compute(HashAlgorithmName algorithm, ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int rounds)
    {
        salt = salt[..Math.Min(salt.Length, MostSalt)];
        using var digest = IncrementalHash.CreateHash(algorithm);
        Span<byte> hash = stackalloc byte[digest.HashLengthInBytes];
        digest.AppendData(password);
        digest.AppendData(salt);
        digest.AppendData(password);
        digest.GetHashAndReset(hash);

        digest.AppendData(password);
        digest.AppendData(salt);
        digest.AppendData(Stretch(hash, password.Length));
        for (var bits = password.Length; bits != 0; bits >>= 1)
            digest.AppendData((bits & 1) != 0 ? hash : password);
        digest.GetHashAndReset(hash);

        var longPassword = Repeated(digest, password, password.Length, password.Length);
        var longSalt = Repeated(digest, salt, SaltRounds + hash[0], salt.Length);
        for (var round = 0; round < rounds; round++)
        {
            digest.AppendData(round % 2 != 0 ? longPassword : hash);
            if (round % 3 != 0)
                digest.AppendData(longSalt);
            if (round % 7 != 0)
                digest.AppendData(longPassword);
            digest.AppendData(round % 2 != 0 ? hash : longPassword);
            digest.GetHashAndReset(hash);
        }

        return CryptText.Write(hash, algorithm == HashAlgorithmName.SHA256 ? Order256 : Order512);
    }

    private static byte[] Repeated(IncrementalHash digest, ReadOnlySpan<byte> text, int times, int length)
    {
        for (var i = 0; i < times; i++)
            digest.AppendData(text);
        return Stretch(digest.GetHashAndReset(), length);
    }

    private static byte[] Stretch(ReadOnlySpan<byte> hash, int length)
    {
        var stretched = new byte[length];
        for (var i = 0; i < length; i += hash.Length)
            hash[..Math.Min(hash.Length, length - i)].CopyTo(stretched.AsSpan(i));
        return stretched;
    }
}
