namespace Slipway.Worker.Pipe;

/// <summary>Why a build broke off.</summary>
internal enum ChildFault
{
    /// <summary>A fault of Slipway.</summary>
    Fault,

    /// <summary>No memory was left.</summary>
    Memory,

    /// <summary>No space was left.</summary>
    Disk,

    /// <summary>A file became larger than it may.</summary>
    Size,
}
