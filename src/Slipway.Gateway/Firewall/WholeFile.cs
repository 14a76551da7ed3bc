using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall;

/// <summary>A file that is read by others at any time: it is the old one or the new one, never a part.</summary>
public static class WholeFile
{
    /// <summary>Replaces the file.</summary>
    /// <exception cref="ProblemException">It cannot be written there.</exception>
    public static void Write(string path, string content) => Write(path, System.Text.Encoding.UTF8.GetBytes(content));

    // ENOSPC, and ERROR_DISK_FULL.
    private static bool IsFull(Exception failure) => failure is IOException && failure.HResult is 28 or unchecked((int)0x80070070);

    /// <summary>Replaces the file.</summary>
    /// <exception cref="ProblemException">It cannot be written there.</exception>
    public static void Write(string path, byte[] content)
    {
        var full = Path.GetFullPath(path);
        var temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.part");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new ProblemException(IsFull(e) ? GeneralProblems.DiskFull.At(path, "There is no space left for the file.") : GeneralProblems.OutputUnwritable.At(path, "The file cannot be written there."), e);
        }
    }
}
