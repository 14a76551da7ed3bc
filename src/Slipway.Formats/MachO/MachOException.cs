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
