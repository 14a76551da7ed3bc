namespace Slipway.Worker.Sandbox;

/// <summary>
/// Limits of what a build may use of the machine. The kernel enforces limits of each process (setrlimit). The worker checks the limits of
/// all processes of a build together several times a second, so that a build can exceed them briefly before it is ended.
/// None of this needs control groups. Not limited: the share of processors and disk bandwidth within the time.
/// </summary>
public sealed record SandboxLimits
{
    /// <summary>Memory in bytes, for each process and for all together.</summary>
    public long Memory { get; init; } = 1L << 30;

    /// <summary>Written bytes, for each file and for all together.</summary>
    public long Disk { get; init; } = 2L << 30;

    /// <summary>Number of files and folders that a build may leave.</summary>
    public int Files { get; init; } = 4096;

    /// <summary>Number of processes and threads at the same time.</summary>
    public int Tasks { get; init; } = 160;

    /// <summary>Number of open files of a process.</summary>
    public int OpenFiles { get; init; } = 1024;

    /// <summary>Processor time of each process.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Elapsed time.</summary>
    public TimeSpan WallTime { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>A limit that a build reached.</summary>
internal enum SandboxLimit
{
    /// <summary>Memory of all processes.</summary>
    Memory,

    /// <summary>Bytes or files on the disk.</summary>
    Disk,

    /// <summary>Processor time.</summary>
    CpuTime,

    /// <summary>Elapsed time.</summary>
    WallTime,
}
