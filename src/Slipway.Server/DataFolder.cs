using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>The folder of what a server keeps on its machine.</summary>
internal static class DataFolder
{
    // statfs(2) names them so; with these the locks and the shared memory of SQLite are not reliable (sqlite.org/wal.html).
    private static readonly HashSet<string> NetworkFileSystems =
        new(StringComparer.OrdinalIgnoreCase) { "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ceph", "coda", "ncpfs", "9p", "v9fs", "glusterfs", "lustre", "gpfs" };

    // SQLite gives the files beside the database the mode of the database.
    private static readonly string[] Files = ["slipway.db", "slipway.db-wal", "slipway.db-shm", "server.lock"];

    /// <summary>Makes the folder, or closes it and the files of the service in it to those who have no business there.</summary>
    /// <returns>What whoever runs the service should know.</returns>
    /// <exception cref="ProblemException">The folder cannot be used.</exception>
    public static IReadOnlyList<Problem> Prepare(ServerOptions options)
    {
        var folder = options.DataFolder;
        try
        {
            List<Problem> notes = OwnerOnly.Close(folder) is { } open ? [open] : [];
            if (options.Database is null)
            {
                MakeDatabase(Path.Combine(folder, Files[0]));
                if (IsOnNetwork(new DriveInfo(Path.GetFullPath(folder)).DriveFormat))
                    notes.Add(DatabaseProblems.NetworkFileSystem.At(folder, "The data folder is on a network file system."));
            }

            foreach (var file in Files)
                OwnerOnly.CloseFile(Path.Combine(folder, file));
            return notes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(folder, e);
        }
    }

    /// <summary>Takes the folder for this process when the database is a file in it: SQLite is for one server.</summary>
    /// <returns>Held for as long as the server runs; the system lets go of it however the process ends. Null when nothing is held.</returns>
    /// <exception cref="ProblemException">The folder cannot be used, or another server has it.</exception>
    public static FileStream? Take(ServerOptions options)
    {
        if (options.Database is not null)
            return null;
        var folder = options.DataFolder;
        try
        {
            return new FileStream(
                Path.Combine(folder, "server.lock"),
                new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly.FileMode });
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

    private static void MakeDatabase(string path)
    {
        try
        {
            OwnerOnly.Ensure(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ProblemException(DatabaseProblems.FileUnusable.At(path, "The file cannot be made or written to."), e);
        }
    }

    /// <summary>Is a file system of this name somewhere else?</summary>
    internal static bool IsOnNetwork(string format) => NetworkFileSystems.Contains(format);

    // EWOULDBLOCK, as the runtime reports a lock of somebody else.
    private static bool IsLocked(IOException e) => (e.HResult & 0xFFFF) == 11;

    private static ProblemException Unusable(string folder, Exception e) => new(
        DiskErrors.IsFull(e) ? ServerProblems.StorageFull.At(folder, "The disk of the data folder is full.") : HostingProblems.DataFolder.At(folder, "The folder cannot be made or written to."), e);
}
