using System.Security.Cryptography;
using Slipway.Protocol.Client;

namespace Slipway.Protocol.Gateways;

/// <summary>The hash of a body as a header (RFC 9530): <c>Content-Digest: sha-256=:BASE64:</c>. It covers the body as it is sent, compressed or not.</summary>
public static class ContentDigest
{
    /// <summary>Name of the header.</summary>
    public const string Header = "Content-Digest";

    private const string Algorithm = "sha-256";
    private const int Sha256Text = 44;

    /// <summary>Returns the header's value for a hash.</summary>
    public static string Of(ReadOnlySpan<byte> sha256) => $"{Algorithm}=:{Convert.ToBase64String(sha256)}:";

    /// <summary>Returns the SHA-256 in a header's value; null if it has none, or several.</summary>
    public static byte[]? Sha256(string? value)
    {
        if (value is null || SignatureMembers.Named(value, Algorithm) is not [[':', .. var text, ':']] || text.Length != Sha256Text)
            return null;
        var hash = new byte[SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(text, hash, out var length) && length == hash.Length ? hash : null;
    }

    /// <summary>Adds the header to a request that has a body but no such header. A body that is too large to buffer is produced twice.</summary>
    public static async Task AddAsync(HttpContent content, CancellationToken cancellation)
    {
        if (content.Headers.Contains(Header))
            return;
        if (content is not MeasuredContent)
            await content.LoadIntoBufferAsync(cancellation);
        using var sha256 = SHA256.Create();
        await using (var hashing = new CryptoStream(Stream.Null, sha256, CryptoStreamMode.Write))
            await content.CopyToAsync(hashing, cancellation);
        content.Headers.TryAddWithoutValidation(Header, Of(sha256.Hash));
    }
}
