using System.Buffers;
using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs;

/// <summary>SHA-256 hashes as text: 64 lower-case hexadecimal digits.</summary>
internal static class Sha256Text
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Returns whether a text is a hash.</summary>
    public static bool IsValid(string? text) => text is { Length: SHA256.HashSizeInBytes * 2 } && !text.AsSpan().ContainsAnyExcept(Digits);

    /// <summary>Returns the hash of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Checks that a text is a hash.</summary>
    /// <exception cref="ProblemException">It is not a hash.</exception>
    public static string Require(string text, string where) =>
        IsValid(text) ? text : throw new ProblemException(ServiceProblems.Malformed.At(where, "A SHA-256 is expected: 64 hexadecimal digits in lower case."));
}
