using System.Runtime.InteropServices;
using Slipway.Protocol.Files;

namespace Slipway.Worker.Sandbox;

/// <summary>Who may read what this process writes.</summary>
internal static partial class FileModes
{
    private const UnixFileMode ForAll = OwnerOnly.FolderMode
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const uint WritableForOwner = 0x12;

    /// <summary>
    /// From now on, files that this process writes can be read by everybody who can reach them: builds run as other users. Who can
    /// reach them is decided by the folders above.
    /// </summary>
    public static void LetOthersRead() => _ = SetMask(WritableForOwner);

    /// <summary>Makes a folder that nobody else can look into, whatever is in it.</summary>
    public static string OwnFolder(string path)
    {
        var folder = Directory.CreateDirectory(path);
        if (folder.UnixFileMode != OwnerOnly.FolderMode)
            folder.UnixFileMode = OwnerOnly.FolderMode;
        return folder.FullName;
    }

    /// <summary>Makes a folder that everybody can read who can reach it.</summary>
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
