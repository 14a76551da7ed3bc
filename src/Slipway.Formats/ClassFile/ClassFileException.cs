namespace Slipway.Formats.ClassFile;

/// <summary>A class file is refused.</summary>
/// <param name="fault">Why.</param>
/// <param name="reason">The same in words.</param>
/// <param name="offset">Where in the file; -1 when nowhere in particular.</param>
/// <param name="entry">Name of the file.</param>
public sealed class ClassFileException(ClassFileFault fault, string reason, long offset = -1, string? entry = null)
    : MalformedInputException(ClassFileReader.FormatName, reason, offset, entry)
{
    /// <summary>Why the class file is refused.</summary>
    public ClassFileFault Fault { get; } = fault;
}
