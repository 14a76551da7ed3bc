using System.Globalization;
using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>The open files of this process.</summary>
internal static partial class FileInheritance
{
    private const string Folder = "/proc/self/fd";
    private const int LastStream = 2;
    private const int SetFlags = 2;
    private const int CloseOnExecute = 1;

    /// <summary>
    /// Makes child processes inherit no open files but their three standard streams. The runtime opens its files that way already, but files
    /// that this process inherited from its own parent would be passed on.
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
