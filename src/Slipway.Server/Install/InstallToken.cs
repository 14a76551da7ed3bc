using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Slipway.Server.Vault;

namespace Slipway.Server.Install;

/// <summary>
/// The unguessable part of an install page's address: the artifact, the link or token that it depends on, the expiry, and a
/// signature over all of it with a key for this purpose only.
/// </summary>
internal sealed class InstallToken(KeyRing ring)
{
    private const string Purpose = "install pages";
    private const int IdBytes = 16;
    private const int ExpiryBytes = 8;
    private const int SignatureBytes = 16;
    private const int SignedBytes = (2 * IdBytes) + ExpiryBytes;

    /// <summary>Creates a token.</summary>
    /// <param name="artifact">The package.</param>
    /// <param name="origin">Id of a link, or of the caller's token; empty for none.</param>
    /// <param name="expiry">When it expires.</param>
    public string Create(Guid artifact, Guid origin, DateTimeOffset expiry)
    {
        var token = new byte[SignedBytes + SignatureBytes];
        artifact.TryWriteBytes(token, bigEndian: true, out _);
        origin.TryWriteBytes(token.AsSpan(IdBytes), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(token.AsSpan(2 * IdBytes), expiry.ToUnixTimeSeconds());
        Sign(ring.DeriveKey(Purpose), token).CopyTo(token.AsSpan(SignedBytes));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Returns the contents of a valid token; null if it has expired or was changed.</summary>
    public (Guid Artifact, Guid Origin, DateTimeOffset Expiry)? Open(string text, DateTimeOffset now)
    {
        var token = new byte[SignedBytes + SignatureBytes];
        if (text.Length != Base64Url.GetEncodedLength(token.Length) || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, token, out var length) || length != token.Length)
            return null;
        // Another base64 spelling of the same bytes is not accepted.
        if (Base64Url.EncodeToString(token) != text || !ring.DeriveKeys(Purpose).Any(key => CryptographicOperations.FixedTimeEquals(Sign(key, token), token.AsSpan(SignedBytes))))
            return null;
        var expiry = BinaryPrimitives.ReadInt64BigEndian(token.AsSpan(2 * IdBytes));
        return expiry > now.ToUnixTimeSeconds()
            ? (new Guid(token.AsSpan(0, IdBytes), bigEndian: true), new Guid(token.AsSpan(IdBytes, IdBytes), bigEndian: true), DateTimeOffset.FromUnixTimeSeconds(expiry))
            : null;
    }

    // 128 bits of HMAC-SHA256 keep the address, and the QR code of it, short.
    private static byte[] Sign(byte[] key, byte[] token) => HMACSHA256.HashData(key, token.AsSpan(0, SignedBytes))[..SignatureBytes];
}
