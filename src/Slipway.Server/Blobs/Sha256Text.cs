using System.Buffers;
using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>Hashes as they name contents: 64 lower-case hexadecimal digits.</summary>
internal static class Sha256Text
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Is it a hash?</summary>
    public static bool IsValid(string? text) => text is { Length: SHA256.HashSizeInBytes * 2 } && !text.AsSpan().ContainsAnyExcept(Digits);

    /// <summary>The hash of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Refuses what is no hash.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static string Require(string text, string where) =>
        IsValid(text) ? text : throw new ProblemException(ServerProblems.Malformed.At(where, "A SHA-256 is expected: 64 hexadecimal digits in lower case."));
}
