using System.Globalization;

namespace Slipway.Worker.Sandbox;

/// <summary>Limits of single processes, as arguments of prlimit(1).</summary>
internal static class ResourceLimits
{
    /// <summary>
    /// Addresses are taken far more generously than memory: the runtime reserves ranges that it never uses. They bound what is
    /// mapped from files and shared, which the bound of data leaves out.
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
        // The first is a signal that tells what happened, the second cannot be ignored.
        yield return Text($"--cpu={seconds}:{seconds + 1}");
        yield return "--core=0";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
