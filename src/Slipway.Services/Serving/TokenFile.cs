using System.Text;
using Slipway.Protocol.Files;

namespace Slipway.Services.Serving;

/// <summary>The first administrator's token as a file that only this user can read.</summary>
internal static class TokenFile
{
    private const string Name = "admin.token";

    /// <summary>Writes it; null when the folder does not let it.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="token">The token.</param>
    /// <returns>The path.</returns>
    public static string? TryWrite(string folder, string token)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            AtomicFile.Write(path, Encoding.ASCII.GetBytes(token + "\n"), new AtomicFileOptions { Mode = OwnerOnly.FileMode });
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
