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

    /// <summary>All that group and others may have.</summary>
    public const UnixFileMode RightsOfOthers = Group | Others;

    private const UnixFileMode ReadOrWriteOfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>May others than its owner read or write a file?</summary>
    public static bool IsOpen(string file) => (File.GetUnixFileMode(file) & ReadOrWriteOfOthers) != 0;

    /// <summary>Makes a file that is not there yet and opens it for writing.</summary>
    public static SafeFileHandle Create(string path)
    {
        var file = File.OpenHandle(path, System.IO.FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.Asynchronous);
        File.SetUnixFileMode(file, FileMode);
        return file;
    }

    /// <summary>Makes an empty file when there is none; what writes to it later keeps its mode. One that is there is not opened: to close it would take SQLite's locks away.</summary>
    public static void Ensure(string path)
    {
        if (File.Exists(path))
            return;
        using var file = new FileStream(path, new FileStreamOptions { Mode = System.IO.FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, UnixCreateMode = FileMode });
    }

    /// <summary>Makes a folder and those above it that are missing; the runtime gives the mode to the last one only.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        MakeFolder(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(path, FolderMode);
    }

    /// <summary>
    /// Makes a folder, or closes one that is there: to all but its owner when it was open to everybody, as folders are by default; one that
    /// is open to a group alone was opened on purpose and stays so.
    /// </summary>
    /// <returns>What is wrong when it is not the owner's own process that asks, so that it stays open; otherwise null.</returns>
    public static Problem? Close(string folder)
    {
        MakeFolder(Path.GetFullPath(folder));
        var mode = File.GetUnixFileMode(folder);
        if ((mode & Others) == 0)
            return null;
        // The set-group bit on a folder hands its group down, which nobody sets by chance.
        var closed = mode & ~Others & (mode.HasFlag(UnixFileMode.SetGroup) ? mode : ~Group);
        return TrySet(folder, closed) ? null : HostingProblems.DataFolderOpen.At(folder, "The folder belongs to another user and lets everybody in.");
    }

    /// <summary>Takes a file away from those who cannot enter its folder anyway, so that it stays closed where it is moved or linked to.</summary>
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
