namespace Slipway.Formats.MachO;

/// <summary>A Mach-O file is refused.</summary>
/// <param name="fault">Why, for programs.</param>
/// <param name="reason">Why, for people: a clause without a full stop.</param>
/// <param name="file">Name of the file, where it is known.</param>
/// <param name="offset">Where in the file, where that is known.</param>
public sealed class MachOException(MachOFault fault, string reason, string? file = null, long offset = -1)
    : MalformedInputException("Mach-O", reason, offset, file)
{
    /// <summary>Why, for programs.</summary>
    public MachOFault Fault { get; } = fault;
}
