using System.Security.Cryptography;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>Results appear under their name only when they are complete.</summary>
internal static class OutputFile
{
    /// <summary>Writes a result that is in memory.</summary>
    /// <param name="path">Path of the result; its folder is made when missing, and removed again when writing fails.</param>
    /// <param name="content">The result.</param>
    /// <param name="mode">The mode of the file; null for that of any new file.</param>
    /// <exception cref="ProblemException">The folder cannot be written to.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content, UnixFileMode? mode = null) => InFolder(path, () =>
    {
        AtomicFile.Write(path, content, new AtomicFileOptions { Mode = mode });
        return true;
    });

    /// <summary>Lets the caller write a result to a temporary name beside it, and then renames it.</summary>
    /// <param name="path">Path of the result; its folder is made when missing, and removed again when writing fails.</param>
    /// <param name="write">Writes to the path that it is given; the file is not there yet.</param>
    /// <exception cref="ProblemException">The folder cannot be written to.</exception>
    public static T Write<T>(string path, Func<string, T> write) => InFolder(path, () =>
    {
        using var file = new AtomicFile(path);
        var result = write(file.TemporaryPath);
        file.Commit();
        return result;
    });

    /// <summary>SHA-256 of a file in lower-case hexadecimal digits.</summary>
    public static string Hash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 18);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private static T InFolder<T>(string path, Func<T> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "This is no path of a file."));
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

    // A folder such as /proc takes no new file. Files of the app may vanish meanwhile, which is something else.
    private static bool IsAbout(Exception e, string folder) => e is FileNotFoundException { FileName: { } name } && Path.GetDirectoryName(name) == folder;

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }
}
