namespace Slipway.Formats.MachO;

/// <summary>Why a Mach-O file is refused.</summary>
public enum MachOFault
{
    /// <summary>It is no Mach-O file.</summary>
    NotMachO,

    /// <summary>It holds several files for several processors.</summary>
    Fat,

    /// <summary>It is for a processor of 32 bits, or in the byte order of PowerPC.</summary>
    Unsupported,

    /// <summary>It ends early.</summary>
    Truncated,

    /// <summary>It contradicts itself.</summary>
    Malformed,

    /// <summary>It has no slice for the processor that was asked for.</summary>
    NoSlice,
}
