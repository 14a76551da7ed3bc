namespace Slipway.Worker.Sandbox;

/// <summary>Ends a sandboxed program when its processes together exceed a limit.</summary>
/// <param name="process">The program.</param>
/// <param name="folder">The folder to which it may write.</param>
/// <param name="limits">The limits.</param>
/// <param name="time">The clock.</param>
internal sealed class SandboxWatch(SandboxedProcess process, string folder, SandboxLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Watches until the program has ended.</summary>
    /// <returns>The limit for which it was ended; null if it ended otherwise.</returns>
    public async Task<SandboxLimit?> RunAsync()
    {
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(Interval, time);
        while (!process.Exit.IsCompleted)
        {
            await Task.WhenAny(process.Exit, timer.WaitForNextTickAsync().AsTask());
            if (process.Exit.IsCompleted || Reached(time.GetElapsedTime(start)) is not { } limit)
                continue;
            process.Kill();
            await process.Exit;
            return limit;
        }

        return await process.Exit switch
        {
            128 + 24 => SandboxLimit.CpuTime,
            128 + 25 => SandboxLimit.Disk,
            _ => null,
        };
    }

    private SandboxLimit? Reached(TimeSpan elapsed)
    {
        if (elapsed > limits.WallTime)
            return SandboxLimit.WallTime;
        if (process.Memory > limits.Memory)
            return SandboxLimit.Memory;
        return DiskUsage.Exceeds(folder, limits.Disk, limits.Files) ? SandboxLimit.Disk : null;
    }
}
