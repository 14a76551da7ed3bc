namespace Slipway.Worker.Sandbox;

/// <summary>Ends what runs in a sandbox when all of it together takes too much, or takes too long.</summary>
/// <param name="process">What runs.</param>
/// <param name="folder">The folder that it may write to.</param>
/// <param name="limits">What it may take.</param>
/// <param name="time">The clock.</param>
internal sealed class SandboxWatch(SandboxedProcess process, string folder, SandboxLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Watches until everything has ended.</summary>
    /// <returns>The bound for which it was ended; null when it ended for another reason.</returns>
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
