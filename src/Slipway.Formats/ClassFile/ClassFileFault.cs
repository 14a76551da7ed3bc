namespace Slipway.Formats.ClassFile;

/// <summary>Reasons why a class file is refused.</summary>
public enum ClassFileFault
{
    /// <summary>The file is not a class file, or its parts contradict each other.</summary>
    Malformed,

    /// <summary>The class file was compiled for a later Java release than is supported.</summary>
    TooNew,
}
