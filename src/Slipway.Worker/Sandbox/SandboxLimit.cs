namespace Slipway.Worker.Sandbox;

/// <summary>A bound that was reached.</summary>
internal enum SandboxLimit
{
    /// <summary>Memory of all processes.</summary>
    Memory,

    /// <summary>Bytes or files on the disk.</summary>
    Disk,

    /// <summary>Time on a processor.</summary>
    CpuTime,

    /// <summary>Time on the clock.</summary>
    WallTime,
}
