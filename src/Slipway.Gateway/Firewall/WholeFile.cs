using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall;

/// <summary>A file that is read by others at any time: it is the old one or the new one, never a part.</summary>
public static class WholeFile
{
    /// <summary>Replaces the file.</summary>
    /// <exception cref="ProblemException">It cannot be written there.</exception>
    public static void Write(string path, string content) => Write(path, System.Text.Encoding.UTF8.GetBytes(content));

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
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException || (e is IOException && Directory.Exists(full)))
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
            throw new ProblemException(GeneralProblems.OutputUnwritable.At(path, "The file cannot be written there."), e);
        }
    }
}
