using System.Security.Cryptography;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>Writes results so that they appear under their name only when they are complete.</summary>
internal static class OutputFile
{
    /// <summary>Writes a result from memory.</summary>
    /// <param name="path">Path of the result; its folder is made when missing, and removed again when writing fails.</param>
    /// <param name="content">The result.</param>
    /// <param name="mode">The mode of the file; null for that of any new file.</param>
    /// <exception cref="ProblemException">The folder cannot be written to.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content, UnixFileMode? mode = null) => InFolder(path, () =>
    {
        AtomicFile.Write(path, content, new AtomicFileOptions { Mode = mode });
        return true;
    });

    /// <summary>Has the caller write a result to a temporary file beside the path, then renames it.</summary>
    /// <param name="path">Path of the result; its folder is made when missing, and removed again when writing fails.</param>
    /// <param name="write">Writes to the given path, where no file exists yet.</param>
    /// <exception cref="ProblemException">The folder cannot be written to.</exception>
    public static T Write<T>(string path, Func<string, T> write) => InFolder(path, () =>
    {
        using var file = new AtomicFile(path);
        var result = write(file.TemporaryPath);
        file.Commit();
        return result;
    });

    /// <summary>Returns the SHA-256 of a file in lower-case hexadecimal digits.</summary>
    public static string Hash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 18);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static T InFolder<T>(string path, Func<T> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "This is not the path of a file."));
        var made = !Directory.Exists(folder);
        try
        {
            Directory.CreateDirectory(folder);
            return write();
        }
        catch (Exception e)
        {
            if (made)
                Remove(folder);
            if (e is UnauthorizedAccessException || (e is IOException && (!Directory.Exists(folder) || Directory.Exists(path) || DiskErrors.IsReadOnly(e) || IsAbout(e, folder)) && !DiskErrors.IsFull(e)))
                throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "The file cannot be written there."), e);
            throw;
        }
    }

    // A folder such as /proc accepts no new files. A file of the app that vanishes meanwhile causes the same exception but is another problem.
    private static bool IsAbout(Exception e, string folder) => e is FileNotFoundException { FileName: { } name } && Path.GetDirectoryName(name) == folder;

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The caller reports the first failure, not this one.
        }
    }
}
