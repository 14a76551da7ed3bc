namespace Slipway.Formats.Dex;

/// <summary>A model exceeds a limit of DEX files: too many references, a method that is too large, or an operand that does not fit.</summary>
/// <param name="limit">The limit that is exceeded.</param>
/// <param name="reason">The value that does not fit, as a sentence without a full stop.</param>
/// <param name="where">Class or method at fault; null for the whole file.</param>
public sealed class DexLimitException(DexLimit limit, string reason, string? where = null)
    : Exception(where is null ? reason : $"{reason} in {where}")
{
    /// <summary>The limit that is exceeded.</summary>
    public DexLimit Limit { get; } = limit;

    /// <summary>The value that does not fit, as a sentence without a full stop.</summary>
    public string Reason { get; } = reason;

    /// <summary>Class or method at fault; null for the whole file.</summary>
    public string? Where { get; } = where;
}

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
