using System.Security.Cryptography;
using Slipway.Protocol.Problems;

namespace Slipway.Build;

/// <summary>Results appear under their name only when they are complete.</summary>
internal static class OutputFile
{
    /// <summary>Writes a result that is in memory.</summary>
    public static void Write(string path, ReadOnlyMemory<byte> content) => Write(path, temporary =>
    {
        using var stream = new FileStream(temporary, FileMode.CreateNew);
        stream.Write(content.Span);
        return true;
    });

    /// <summary>Lets somebody write a result to a temporary name beside it, and then gives it its own.</summary>
    /// <param name="path">Path of the result; its folder is made when missing, and removed again when nothing came of it.</param>
    /// <param name="write">Writes to the path that it is given; the file is not there yet.</param>
    /// <exception cref="ProblemException">The folder cannot be written to.</exception>
    public static T Write<T>(string path, Func<string, T> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "This is no path of a file."));
        var made = !Directory.Exists(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
        try
        {
            Directory.CreateDirectory(folder);
            File.Delete(temporary);
            var result = write(temporary);
            File.Move(temporary, path, overwrite: true);
            return result;
        }
        catch (Exception e)
        {
            Clean(temporary, made ? folder : null);
            if (e is UnauthorizedAccessException || (e is IOException && (!Directory.Exists(folder) || Directory.Exists(path) || IsReadOnly(e) || IsAbout(e, folder)) && !DiskErrors.IsFull(e)))
                throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "The file cannot be written there."), e);
            throw;
        }
    }

    /// <summary>SHA-256 of a file in lower-case hexadecimal digits.</summary>
    public static string Hash(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 18);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    // A folder such as /proc takes no new file. Files of the app may vanish meanwhile, which is something else.
    private static bool IsAbout(Exception e, string folder) => e is FileNotFoundException { FileName: { } name } && Path.GetDirectoryName(name) == folder;

    // EROFS, as the runtime reports it.
    private static bool IsReadOnly(Exception e) => (e.HResult & 0xFFFF) == 30;

    private static void Clean(string temporary, string? madeFolder)
    {
        try
        {
            File.Delete(temporary);
            if (madeFolder is not null)
                Directory.Delete(madeFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first failure is the one to tell.
        }
    }
}
