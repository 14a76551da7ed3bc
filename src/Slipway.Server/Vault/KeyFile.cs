using System.Text;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Server.Vault;

/// <summary>The file with the key-encryption keys. Only its owner may read it.</summary>
internal static class KeyFile
{
    private const int SizeLimit = 64 * 1024;

    /// <summary>Returns the lines of the file; null if it does not exist.</summary>
    /// <exception cref="ProblemException">Other users can read it, or it cannot be read at all.</exception>
    public static string? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            if ((File.GetUnixFileMode(stream.SafeFileHandle) & OwnerOnly.RightsOfOthers) is var open and not UnixFileMode.None)
                throw new ProblemException(VaultProblems.KeyFileOpen.At(path, $"The permissions of the file include {open}."));
            var buffer = new byte[SizeLimit];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return GivenText.Decode(buffer.AsSpan(0, count)) ?? throw new ProblemException(VaultProblems.KeyFormat.At(path, "The file is not UTF-8 text."));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(VaultProblems.KeyFormat.At(path, "The file cannot be read.", "Give the file to the user that the server runs as."), e);
        }
    }

    /// <summary>Creates the file atomically; it must not exist yet.</summary>
    public static void Create(string path, string text) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), new AtomicFileOptions { Mode = OwnerOnly.FileMode, IsDurable = true, Overwrite = false });
}
