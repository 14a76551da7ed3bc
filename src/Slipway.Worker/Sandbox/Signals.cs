using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>Signals to processes.</summary>
internal static partial class Signals
{
    private const int SigKill = 9;

    /// <summary>Ends a process at once; one that has ended already is left alone.</summary>
    public static void Kill(int process)
    {
        if (process > 1)
            _ = KillProcess(process, SigKill);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int KillProcess(int process, int signal);
}
