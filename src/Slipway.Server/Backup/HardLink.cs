using System.Runtime.InteropServices;

namespace Slipway.Server.Backup;

/// <summary>Makes hard links with link(2).</summary>
internal static partial class HardLink
{
    /// <summary>Creates a hard link; returns false if the paths are on different file systems or the system does not support hard links.</summary>
    public static bool TryCreate(string file, string name) => OperatingSystem.IsLinux() && Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Link(string file, string name);
}
