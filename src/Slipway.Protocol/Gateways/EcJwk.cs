using System.Buffers.Text;
using System.Security.Cryptography;

namespace Slipway.Protocol.Gateways;

/// <summary>A P-256 public key as JSON (RFC 7518, 6.2).</summary>
/// <param name="Kty">EC.</param>
/// <param name="Crv">P-256.</param>
/// <param name="X">First coordinate, base64url.</param>
/// <param name="Y">Second coordinate, base64url.</param>
public sealed record EcJwk(string Kty, string Crv, string X, string Y)
{
    private const int CoordinateLength = 32;

    /// <summary>Returns the public half of a key.</summary>
    public static EcJwk Of(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new EcJwk("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    /// <summary>Opens the key; returns null if it is malformed.</summary>
    public ECDsa? Open()
    {
        if (Kty != "EC" || Crv != "P-256" || Decode(X) is not { } x || Decode(Y) is not { } y)
            return null;
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });
        }
        catch (CryptographicException)
        {
            // The point is not on the curve.
            return null;
        }
    }

    private static byte[]? Decode(string text) => Base64Url.IsValid(text, out var length) && length == CoordinateLength ? Base64Url.DecodeFromChars(text) : null;
}

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
