using System.Buffers.Text;
using System.Security.Cryptography;

namespace Slipway.Protocol.Gateways;

/// <summary>The thumbprint of a public key: <c>sha256:</c> and the base64url of the SHA-256 of its SubjectPublicKeyInfo.</summary>
public static class KeyThumbprint
{
    private const string Prefix = "sha256:";

    /// <summary>Returns the thumbprint of a key.</summary>
    public static string Of(ECDsa key) => Prefix + Base64Url.EncodeToString(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Returns whether a text has the form of a thumbprint.</summary>
    public static bool IsOne(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length), out var length) && length == SHA256.HashSizeInBytes;
}
