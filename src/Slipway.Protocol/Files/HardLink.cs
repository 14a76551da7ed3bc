using System.Runtime.InteropServices;

namespace Slipway.Protocol.Files;

/// <summary>Creates hard links (link(2)).</summary>
public static partial class HardLink
{
    /// <summary>Creates a hard link to a file.</summary>
    /// <returns>False if the file system does not support it, or the link would be on another disk.</returns>
    public static bool TryCreate(string existing, string name) => OperatingSystem.IsLinux() && Link(existing, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string name);
}
