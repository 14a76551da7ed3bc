using System.Security.Cryptography;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Feed;

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
