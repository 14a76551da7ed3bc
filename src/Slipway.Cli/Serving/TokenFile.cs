using System.Text;

namespace Slipway.Cli.Serving;

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
            // One that is there may have another mode, or be a link.
            File.Delete(path);
            using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
            file.Write(Encoding.ASCII.GetBytes(token + "\n"));
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
