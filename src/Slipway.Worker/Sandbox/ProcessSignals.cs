using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>Sends signals to processes.</summary>
internal static partial class ProcessSignals
{
    private const int SigKill = 9;
    private const long SendSignal = 424;
    private const long OpenProcess = 434;

    /// <summary>
    /// Kills a process. Its id may belong to another process by now, so a pidfd (pidfd_open(2)) holds the process before its identity is checked.
    /// </summary>
    /// <param name="process">Id of the process.</param>
    /// <param name="isStill">Returns whether the id still belongs to the intended process.</param>
    /// <returns>Whether the process existed.</returns>
    public static bool Kill(int process, Func<bool> isStill)
    {
        var held = (int)Call(OpenProcess, process, 0, 0, 0);
        if (held < 0)
            return false;
        try
        {
            return isStill() && Call(SendSignal, held, SigKill, 0, 0) == 0;
        }
        finally
        {
            _ = Close(held);
        }
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Call(long number, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int file);
}
