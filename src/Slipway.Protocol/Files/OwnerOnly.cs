using Microsoft.Win32.SafeHandles;
using Slipway.Protocol.Problems;

namespace Slipway.Protocol.Files;

/// <summary>Files and folders that only their owner may read: they hold customers' apps, tokens and keys.</summary>
public static class OwnerOnly
{
    /// <summary>The mode of a file.</summary>
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The mode of a folder.</summary>
    public const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>All permissions of group and others.</summary>
    public const UnixFileMode RightsOfOthers = Group | Others;

    private const UnixFileMode ReadOrWriteOfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Returns whether anyone but its owner can read or write a file.</summary>
    public static bool IsOpen(string file) => (File.GetUnixFileMode(file) & ReadOrWriteOfOthers) != 0;

    /// <summary>Creates a file that must not exist yet and opens it for writing.</summary>
    public static SafeFileHandle Create(string path)
    {
        var file = File.OpenHandle(path, System.IO.FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        File.SetUnixFileMode(file, FileMode);
        return file;
    }

    /// <summary>
    /// Creates an empty file if there is none; later writers keep its mode. An existing file is not opened, because closing it would release SQLite's locks.
    /// </summary>
    public static void Ensure(string path)
    {
        if (File.Exists(path))
            return;
        using var file = new FileStream(path, new FileStreamOptions { Mode = System.IO.FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = FileMode });
    }

    /// <summary>Creates a folder and its missing parents; the runtime would set the mode of the last one only.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        MakeFolder(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(path, FolderMode);
    }

    /// <summary>
    /// Creates a folder, or restricts an existing one: a folder that is open to everybody, as folders are by default, is restricted to its
    /// owner; one that is open to a group alone was opened on purpose and stays as it is.
    /// </summary>
    /// <returns>The problem if this process does not own the folder and cannot restrict it; otherwise null.</returns>
    public static Problem? Close(string folder)
    {
        MakeFolder(Path.GetFullPath(folder));
        var mode = File.GetUnixFileMode(folder);
        if ((mode & Others) == 0)
            return null;
        // The set-group bit makes new files inherit the folder's group; it is never set by accident.
        var closed = mode & ~Others & (mode.HasFlag(UnixFileMode.SetGroup) ? mode : ~Group);
        return TrySet(folder, closed) ? null : HostingProblems.DataFolderOpen.At(folder, "The folder belongs to another user and lets everybody in.");
    }

    /// <summary>Removes the permissions of those who cannot enter the file's folder anyway, so that the file stays closed if it is moved or linked.</summary>
    public static void CloseFile(string path)
    {
        if (!File.Exists(path))
            return;
        var mode = File.GetUnixFileMode(path);
        var isShared = (File.GetUnixFileMode(Path.GetDirectoryName(path)!) & Group) != 0;
        var closed = mode & ~Others & (isShared ? mode : ~Group);
        if (closed != mode)
            TrySet(path, closed);
    }

    private static bool TrySet(string path, UnixFileMode mode)
    {
        try
        {
            File.SetUnixFileMode(path, mode);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }
}
