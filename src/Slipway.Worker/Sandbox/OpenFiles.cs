using System.Globalization;
using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>Files that this process has open.</summary>
internal static partial class OpenFiles
{
    private const string Folder = "/proc/self/fd";
    private const int LastStream = 2;
    private const int SetFlags = 2;
    private const int CloseOnExecute = 1;

    /// <summary>
    /// Programs that are started from now on get none of them but their three streams. The runtime opens all files so; what whoever
    /// started this process left open would be open in everything that it starts.
    /// </summary>
    public static void KeepFromPrograms()
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Folder))
        {
            if (int.Parse(Path.GetFileName(entry.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture) is > LastStream and var file)
                _ = Control(file, SetFlags, CloseOnExecute);
        }
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int file, int command, int argument);
}
