namespace Slipway.Formats.ClassFile;

/// <summary>A class file is refused.</summary>
/// <param name="fault">The reason as a code.</param>
/// <param name="reason">The reason in words.</param>
/// <param name="offset">Offset in the file; -1 when there is no single position.</param>
/// <param name="entry">Name of the file.</param>
public sealed class ClassFileException(ClassFileFault fault, string reason, long offset = -1, string? entry = null)
    : MalformedInputException(ClassFileReader.FormatName, reason, offset, entry)
{
    /// <summary>The reason as a code.</summary>
    public ClassFileFault Fault { get; } = fault;
}

/// <summary>Reasons why a class file is refused.</summary>
public enum ClassFileFault
{
    /// <summary>The file is not a class file, or its parts contradict each other.</summary>
    Malformed,

    /// <summary>The class file was compiled for a later Java release than is supported.</summary>
    TooNew,
}
