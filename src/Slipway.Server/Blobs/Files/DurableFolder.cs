using System.Runtime.InteropServices;
using Slipway.Protocol.Files;
using Slipway.Protocol.Problems;

namespace Slipway.Server.Blobs.Files;

/// <summary>Makes folder entries survive a power failure: a new name is durable only once its folder is flushed, too.</summary>
internal static partial class DurableFolder
{
    private const int ReadOnly = 0;
    private const int CloseOnExec = 0x80000;

    /// <summary>Creates a folder and its missing parents.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var parent = Path.GetDirectoryName(folder)!;
        Create(parent);
        Directory.CreateDirectory(folder, OwnerOnly.FolderMode);
        Flush(parent);
    }

    /// <summary>Flushes the names in a folder to the disk.</summary>
    public static void Flush(string folder)
    {
        var file = Open(folder, ReadOnly | CloseOnExec);
        var done = file >= 0 && Sync(file) == 0;
        if (file >= 0)
            _ = Close(file);
        if (!done)
            throw new ProblemException(ServiceProblems.BlobsUnavailable.At("blobs", "The folder of the service cannot be flushed to the disk."));
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int file);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int file);
}
