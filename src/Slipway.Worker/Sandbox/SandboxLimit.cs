namespace Slipway.Worker.Sandbox;

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
