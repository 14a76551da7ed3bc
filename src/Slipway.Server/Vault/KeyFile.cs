using System.Text;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Text;

namespace Slipway.Server.Vault;

/// <summary>The file with the key-encryption keys. Only its owner may read it.</summary>
internal static class KeyFile
{
    private const int SizeLimit = 64 * 1024;

    /// <summary>The lines of a file; null when there is no such file.</summary>
    /// <exception cref="ProblemException">Others may read it, or nobody can.</exception>
    public static string? Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            if ((File.GetUnixFileMode(stream.SafeFileHandle) & OwnerOnly.RightsOfOthers) is var open and not UnixFileMode.None)
                throw new ProblemException(VaultProblems.KeyFileOpen.At(path, $"The permissions of the file include {open}."));
            var buffer = new byte[SizeLimit];
            var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return GivenText.Decode(buffer.AsSpan(0, count)) ?? throw new ProblemException(VaultProblems.KeyFormat.At(path, "The file is no text in UTF-8."));
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

    /// <summary>Writes a file that is not there yet; it appears whole or not at all.</summary>
    public static void Create(string path, string text) =>
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(text), new AtomicFileOptions { Mode = OwnerOnly.FileMode, IsDurable = true, Overwrite = false });
}
