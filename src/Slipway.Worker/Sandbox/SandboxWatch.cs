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

/// <summary>Measures a folder to which a build may write at the same time, even with names that cannot be read.</summary>
internal static class DiskUsage
{
    private const int Deepest = 32;

    private static readonly EnumerationOptions OneLevel = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Returns whether a folder exceeds its limits. Whatever cannot be read counts as exceeding them.</summary>
    public static bool Exceeds(string folder, long bytes, int files)
    {
        try
        {
            return Exceeds(new DirectoryInfo(folder), ref bytes, ref files, depth: 0);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A file was renamed or deleted meanwhile; the next measurement counts it.
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool Exceeds(DirectoryInfo folder, ref long bytes, ref int files, int depth)
    {
        if (depth > Deepest)
            return true;
        foreach (var entry in folder.EnumerateFileSystemInfos("*", OneLevel))
        {
            files--;
            var isLink = entry.LinkTarget is not null;
            bytes -= entry is FileInfo file && !isLink ? file.Length : 0;
            if (bytes < 0 || files < 0 || (entry is DirectoryInfo inner && !isLink && Exceeds(inner, ref bytes, ref files, depth + 1)))
                return true;
        }

        return false;
    }
}
