using System.Globalization;

namespace Slipway.Worker.Sandbox;

/// <summary>Limits of single processes (setrlimit), as arguments of prlimit(1).</summary>
internal static class ResourceLimits
{
    /// <summary>
    /// The limit of address space is far higher than that of memory, because the runtime reserves ranges that it never uses. It bounds
    /// memory that is mapped from files or shared, which the limit of data does not include.
    /// </summary>
    private const long LeastAddresses = 6L << 30;

    public static IEnumerable<string> Arguments(SandboxLimits limits)
    {
        var seconds = (long)Math.Ceiling(limits.CpuTime.TotalSeconds);
        yield return Text($"--data={limits.Memory}");
        yield return Text($"--as={Math.Max(LeastAddresses, 4 * limits.Memory)}");
        yield return Text($"--fsize={limits.Disk}");
        yield return Text($"--nproc={limits.Tasks}");
        yield return Text($"--nofile={limits.OpenFiles}");
        // The soft limit sends a signal that identifies the cause; the hard limit cannot be ignored.
        yield return Text($"--cpu={seconds}:{seconds + 1}");
        yield return "--core=0";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
