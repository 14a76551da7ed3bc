namespace Slipway.Formats.ClassFile;

/// <summary>Why a class file is refused.</summary>
public enum ClassFileFault
{
    /// <summary>It is no class file, or its parts contradict each other.</summary>
    Malformed,

    /// <summary>It is of a later Java release than those that are read.</summary>
    TooNew,
}
