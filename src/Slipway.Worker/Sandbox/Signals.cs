using System.Runtime.InteropServices;

namespace Slipway.Worker.Sandbox;

/// <summary>Signals to processes.</summary>
internal static partial class Signals
{
    private const int SigKill = 9;
    private const long SendSignal = 424;
    private const long OpenProcess = 434;

    /// <summary>
    /// Ends a process at once. A number can be another process's by now: it is held (pidfd_open(2)) before it is asked whose it is.
    /// </summary>
    /// <param name="process">Its number.</param>
    /// <param name="isStill">Is the number still that of the process that is meant?</param>
    /// <returns>Was it there?</returns>
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
