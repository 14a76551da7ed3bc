using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Server;

/// <summary>The folder with the data that a server keeps on its machine.</summary>
internal static class DataFolder
{
    // Names from statfs(2). On these file systems, the locks and the shared memory of SQLite are not reliable (sqlite.org/wal.html).
    private static readonly HashSet<string> NetworkFileSystems =
        new(StringComparer.OrdinalIgnoreCase) { "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ceph", "coda", "ncpfs", "9p", "v9fs", "glusterfs", "lustre", "gpfs" };

    // SQLite creates the files beside the database with the mode of the database.
    private static readonly string[] Files = ["slipway.db", "slipway.db-wal", "slipway.db-shm", "server.lock"];

    /// <summary>Creates the folder, or removes other users' access to it and to the service's files in it.</summary>
    /// <returns>Warnings for the operator.</returns>
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

    /// <summary>Locks the folder for this process if the database is a file in it, because SQLite supports one server only.</summary>
    /// <returns>The lock, to be held while the server runs; the system releases it however the process ends. Null if no lock is needed.</returns>
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
            throw IsLocked(e) ? new ProblemException(HostingProblems.DataFolderInUse.At(folder, "Another server is using the folder."), e) : Unusable(folder, e);
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
            throw new ProblemException(DatabaseProblems.FileUnusable.At(path, "The server cannot create or write the file."), e);
        }
    }

    /// <summary>Returns whether a file system of this name is on the network.</summary>
    internal static bool IsOnNetwork(string format) => NetworkFileSystems.Contains(format);

    // EWOULDBLOCK: the runtime's error for a lock of another process.
    private static bool IsLocked(IOException e) => (e.HResult & 0xFFFF) == 11;

    private static ProblemException Unusable(string folder, Exception e) => new(
        DiskErrors.IsFull(e) ? ServiceProblems.StorageFull.At(folder, "The disk of the data folder is full.") : HostingProblems.DataFolder.At(folder, "The server cannot create or write the folder."), e);
}
