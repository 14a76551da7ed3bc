using System.Runtime.InteropServices;

namespace Slipway.Worker.Workspaces;

/// <summary>More names for a file (link(2)).</summary>
internal static partial class HardLink
{
    /// <summary>Gives a file another name.</summary>
    /// <returns>False where the disk does not allow it, or the name is on another disk.</returns>
    public static bool TryCreate(string existing, string name) => Link(existing, name) == 0;

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string name);
}
