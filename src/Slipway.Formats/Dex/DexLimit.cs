namespace Slipway.Formats.Dex;

/// <summary>Limits of the DEX format.</summary>
public enum DexLimit
{
    /// <summary>Number of types, prototypes, fields or methods that one file can reference; the classes need more files.</summary>
    References,

    /// <summary>Size of one method: registers, exception handlers, switch entries.</summary>
    MethodSize,

    /// <summary>A register, literal or key that its instruction cannot hold.</summary>
    Operand,

    /// <summary>The format version lacks what the code uses.</summary>
    Version,
}
