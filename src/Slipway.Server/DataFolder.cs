using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>The folder of what a server keeps on its machine.</summary>
internal static class DataFolder
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder, and takes it for this process when the database is a file in it: SQLite is for one server.</summary>
    /// <returns>Held for as long as the server runs; the system lets go of it however the process ends. Null when nothing is held.</returns>
    /// <exception cref="ProblemException">The folder cannot be used, or another server has it.</exception>
    public static FileStream? Take(ServerOptions options)
    {
        var folder = options.DataFolder;
        try
        {
            Directory.CreateDirectory(folder, Private);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, e);
        }

        if (options.Database is not null)
            return null;
        try
        {
            return new FileStream(Path.Combine(folder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw Unusable(folder, e);
        }
        catch (IOException e)
        {
            throw IsLocked(e) ? new ProblemException(HostingProblems.DataFolderInUse.At(folder, "Another server keeps its data there at the moment."), e) : Unusable(folder, e);
        }
    }

    // EWOULDBLOCK, as the runtime reports a lock of somebody else.
    private static bool IsLocked(IOException e) => (e.HResult & 0xFFFF) == 11;

    private static ProblemException Unusable(string folder, Exception e) => new(HostingProblems.DataFolder.At(folder, "The folder cannot be made or written to."), e);
}
