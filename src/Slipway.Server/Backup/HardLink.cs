using System.Runtime.InteropServices;

namespace Slipway.Server.Backup;

/// <summary>A second name for a file.</summary>
internal static partial class HardLink
{
    /// <summary>Gives a file a second name; false when it is on another file system, or the system does not do that.</summary>
    public static bool TryCreate(string file, string name) => OperatingSystem.IsLinux() && Link(file, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Link(string file, string name);
}
