using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Slipway.Connect.Certificates;

/// <summary>The SHA-256 of a public key (SubjectPublicKeyInfo), which identifies a certificate's key whoever issued the certificate.</summary>
/// <param name="Hash">The hash.</param>
public readonly record struct KeyPin(string Hash)
{
    private const int HashLength = 32;

    /// <summary>Reads a pin.</summary>
    /// <param name="text"><c>sha256/</c> and Base64 as in RFC 7469, or <c>sha256:</c> and base64url.</param>
    /// <returns>The pin, or null when the text is not one.</returns>
    public static KeyPin? Parse(string text)
    {
        if (text.Length < 8 || !(text.StartsWith("sha256/", StringComparison.Ordinal) || text.StartsWith("sha256:", StringComparison.Ordinal)))
            return null;
        var digits = text[7..].Replace('-', '+').Replace('_', '/').TrimEnd('=');
        Span<byte> hash = stackalloc byte[HashLength + 3];
        return Convert.TryFromBase64String(digits + "=", hash, out var length) && length == HashLength
            ? new KeyPin(Convert.ToBase64String(hash[..length]))
            : null;
    }

    /// <summary>Returns the pin of a certificate's key.</summary>
    public static KeyPin Of(X509Certificate2 certificate) => new(Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo())));

    /// <inheritdoc/>
    public override string ToString() => "sha256/" + Hash;
}
