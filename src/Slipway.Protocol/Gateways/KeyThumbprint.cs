using System.Buffers.Text;
using System.Security.Cryptography;

namespace Slipway.Protocol.Gateways;

/// <summary>Names a public key: <c>sha256:</c> and the base64url of the SHA-256 of its SubjectPublicKeyInfo.</summary>
public static class KeyThumbprint
{
    private const string Prefix = "sha256:";

    /// <summary>The name of a key.</summary>
    public static string Of(ECDsa key) => Prefix + Base64Url.EncodeToString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Does a text have the form of such a name?</summary>
    public static bool IsOne(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length), out var length) && length == SHA256.HashSizeInBytes;
}
