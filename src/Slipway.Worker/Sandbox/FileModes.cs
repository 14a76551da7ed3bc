using System.Runtime.InteropServices;
using Slipway.Protocol.Files;

namespace Slipway.Worker.Sandbox;

/// <summary>Determines who can read the files that this process writes.</summary>
internal static partial class FileModes
{
    private const UnixFileMode ForAll = OwnerOnly.FolderMode
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const uint WritableForOwner = 0x12;

    /// <summary>
    /// Makes new files of this process readable by everybody who can reach them, because builds run as other users. The modes of the
    /// parent folders determine who can reach them.
    /// </summary>
    public static void LetOthersRead() => _ = SetMask(WritableForOwner);

    /// <summary>Creates a folder that only its owner can enter.</summary>
    public static string OwnFolder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (folder.UnixFileMode != OwnerOnly.FolderMode)
            folder.UnixFileMode = OwnerOnly.FolderMode;
        return folder.FullName;
    }

    /// <summary>Creates a folder that everybody can read who can reach it.</summary>
    public static string Folder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (folder.UnixFileMode != ForAll)
            folder.UnixFileMode = ForAll;
        return folder.FullName;
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint SetMask(uint mask);
}
