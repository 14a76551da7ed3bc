using System.Security.Cryptography;

namespace Slipway.Server.Blobs;

/// <summary>
/// Names of objects in the store. Each upload gets a name of its own, so that two uploads of one blob, or the removal of an old
/// copy, never touch the same object.
/// </summary>
internal static class BlobLocation
{
    private const int RandomBytes = 8;

    /// <summary>Returns a new name for a blob.</summary>
    public static string ForContent(string organisation, string sha256) => $"{organisation}/{sha256[..2]}/{sha256}-{Random()}";

    /// <summary>Returns a new name for a piece of a blob.</summary>
    public static string ForPiece(string organisation, string sha256) => $"{organisation}/pieces/{sha256}-{Random()}";

    /// <summary>Returns a new name for an artifact.</summary>
    public static string ForArtifact(string organisation, string sha256) => $"{organisation}/artifacts/{sha256}-{Random()}";

    /// <summary>Returns whether a text can be the name of an object. Any other text could lead outside the folder of the store.</summary>
    public static bool IsValid(string location)
    {
        foreach (var range in location.AsSpan().Split('/'))
        {
            var part = location.AsSpan()[range];
            if (part.IsEmpty || part.ContainsAnyExcept(Allowed))
                return false;
        }

        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Allowed = System.Buffers.SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyz-");

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
}
