using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall;

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
        try
        {
            AtomicFile.Write(path, content, new AtomicFileOptions { IsDurable = true });
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ProblemException(DiskErrors.IsFull(e) ? GeneralProblems.DiskFull.At(path, "There is no space left for the file.") : GeneralProblems.OutputUnwritable.At(path, "The file cannot be written there."), e);
        }
    }
}
