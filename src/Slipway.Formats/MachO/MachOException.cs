namespace Slipway.Formats.MachO;

/// <summary>A Mach-O file is refused.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words: a clause without a full stop.</param>
/// <param name="file">Name of the file, if known.</param>
/// <param name="offset">Offset in the file, if known.</param>
public sealed class MachOException(MachOFault fault, string reason, string? file = null, long offset = -1)
    : MalformedInputException("Mach-O", reason, offset, file)
{
    /// <summary>The reason as a code.</summary>
    public MachOFault Fault { get; } = fault;
}

/// <summary>Reasons why a Mach-O file is refused.</summary>
public enum MachOFault
{
    /// <summary>The file is not a Mach-O file.</summary>
    NotMachO,

    /// <summary>The file is a fat file with slices for several processors.</summary>
    Fat,

    /// <summary>The file is for a 32-bit processor, or big-endian like those for PowerPC.</summary>
    Unsupported,

    /// <summary>The file is truncated.</summary>
    Truncated,

    /// <summary>The fields of the file contradict each other.</summary>
    Malformed,

    /// <summary>The file has no slice for the requested processor.</summary>
    NoSlice,
}
