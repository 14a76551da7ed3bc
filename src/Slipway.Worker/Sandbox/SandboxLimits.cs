namespace Slipway.Worker.Sandbox;

/// <summary>
/// What a build may take from the machine. Bounds of a process are set by the kernel (setrlimit); bounds of all processes of a
/// build together are watched from outside, some times a second, so that a build can exceed them for a moment before it is ended.
/// Nothing here needs control groups. Not bounded: the share of the processors and of the disk's bandwidth within the time.
/// </summary>
public sealed record SandboxLimits
{
    /// <summary>Bytes of memory, for each process and for all together.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Bytes that a build may write, for each file and for all together.</summary>
    public long Disk { get; init; } = 2L << 30;

    /// <summary>Files and folders that a build may leave.</summary>
    public int Files { get; init; } = 4096;

    /// <summary>Processes and threads at the same time.</summary>
    public int Tasks { get; init; } = 160;

    /// <summary>Files that a process may have open.</summary>
    public int OpenFiles { get; init; } = 1024;

    /// <summary>Time on a processor, for each process.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time on the clock.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromMinutes(10);
}
