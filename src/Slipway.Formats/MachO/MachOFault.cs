namespace Slipway.Formats.MachO;

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
