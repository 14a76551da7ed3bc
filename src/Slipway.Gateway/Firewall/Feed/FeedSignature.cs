using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipway.Gateway.Firewall.Feed;

/// <summary>
/// Addresses that carry their own permission, because devices that pull lists send no tokens: HMAC-SHA-256 over the path and the
/// time until when it holds. Pages are parts of what was permitted and are not covered.
/// </summary>
/// <param name="secret">At least 32 bytes that nobody else has.</param>
public sealed class FeedSignature(byte[] secret)
{
    /// <summary>The query of a path: <c>expires=…&amp;signature=…</c>, the time in seconds since 1970.</summary>
    public string Query(string path, DateTimeOffset expires)
    {
        var until = expires.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"expires={until}&signature={Sign(path, until)}");
    }

    /// <summary>May the path be read?</summary>
    public bool Permits(string path, string? expires, string? signature, DateTimeOffset now) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until >= now.ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(path, until)), Encoding.ASCII.GetBytes(signature ?? ""));

    private string Sign(string path, long until) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"slipway feed {until} {path}"))));
}
