using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Feed;

/// <summary>
/// Signs URLs, because devices that fetch lists send no tokens. The signature is an HMAC-SHA-256 over the path and the time at which
/// it expires. It does not cover the number of the page.
/// </summary>
/// <param name="secret">A secret of at least 32 bytes.</param>
public sealed class FeedSignature(byte[] secret)
{
    /// <summary>Returns the query for a path: <c>expires=…&amp;signature=…</c>, the time in seconds since 1970.</summary>
    public string Query(string path, DateTimeOffset expires)
    {
        var until = expires.ToUnixTimeSeconds();
        return string.Create(CultureInfo.InvariantCulture, $"expires={until}&signature={Sign(path, until)}");
    }

    /// <summary>Returns whether the path may be read.</summary>
    public bool Permits(string path, string? expires, string? signature, DateTimeOffset now) =>
        long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until >= now.ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(path, until)), Encoding.ASCII.GetBytes(signature ?? ""));

    private string Sign(string path, long until) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret,
            Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"slipway feed {until} {path}"))));
}

/// <summary>The secret that signs addresses of lists, in a file of its owner's.</summary>
public static class FeedSecret
{
    private const int Length = 32;

    /// <summary>Reads it, or makes it where there is none. A new one ends all addresses of before.</summary>
    /// <exception cref="ProblemException">The file cannot be used.</exception>
    public static byte[] Open(string path)
    {
        try
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                AtomicFile.Write(path, RandomNumberGenerator.GetBytes(Length), new AtomicFileOptions { Mode = OwnerOnly.FileMode, Overwrite = false });
            }

            var secret = File.ReadAllBytes(path);
            return secret.Length >= Length && (File.GetUnixFileMode(path) & ~OwnerOnly.FileMode) == 0
                ? secret
                : throw new ProblemException(FirewallProblems.FeedSecretUnusable.At(path, secret.Length < Length ? "It has fewer than 32 bytes." : "Others than its owner may read or write it."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(FirewallProblems.FeedSecretUnusable.At(path, "The file cannot be opened or made."), e);
        }
    }
}
