using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Server.Vault;

namespace Slipway.Server.Artifacts;

/// <summary>
/// Signs addresses for one file, one purpose and a limited time, so that a phone or a download manager needs no token. The
/// signing key is derived from the key-encryption keys; after a rotation, addresses signed with an earlier key stay valid.
/// </summary>
internal sealed class UrlSigner(KeyRing ring, TimeProvider clock)
{
    private const string Purpose = "signed addresses";

    private readonly IReadOnlyList<byte[]> _keys = ring.DeriveKeys(Purpose);

    /// <summary>Returns the query that makes an address valid: its expiry and the signature.</summary>
    /// <param name="lifetime">How long it is valid.</param>
    /// <param name="what">The purpose, and everything that the signature covers.</param>
    public string Sign(TimeSpan lifetime, params ReadOnlySpan<string> what)
    {
        var expiry = (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds();
        return $"e={expiry.ToString(CultureInfo.InvariantCulture)}&s={Base64Url.EncodeToString(Signature(_keys[0], expiry, what))}";
    }

    /// <summary>Returns how long an address is still valid; null if it has expired or was signed for something else.</summary>
    public TimeSpan? Check(string? expires, string? signature, params ReadOnlySpan<string> what)
    {
        if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var expiry) || signature is not { Length: <= 64 } || !Base64Url.IsValid(signature))
            return null;
        var given = Base64Url.DecodeFromChars(signature);
        var known = false;
        foreach (var key in _keys)
            known |= CryptographicOperations.FixedTimeEquals(given, Signature(key, expiry, what));
        var left = expiry - clock.GetUtcNow().ToUnixTimeSeconds();
        return known && left > 0 ? TimeSpan.FromSeconds(left) : null;
    }

    // Each part is preceded by its length, so that no two lists of parts give the same bytes.
    private static byte[] Signature(byte[] key, long expiry, ReadOnlySpan<string> what)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{expiry}");
        foreach (var part in what)
            text.Append(CultureInfo.InvariantCulture, $"\n{part.Length}:{part}");
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
