namespace Slipway.Formats.Dex.Verification;

/// <summary>
/// The possible uses of a register's content. A constant has several (zero is an int, a float, a boolean and null), so a type is a
/// set of uses. Where two paths meet, the intersection remains; the empty set is a conflict.
/// </summary>
[Flags]
internal enum RegisterUses
{
    None = 0,
    Boolean = 1 << 0,
    Byte = 1 << 1,
    Short = 1 << 2,
    Char = 1 << 3,
    Int = 1 << 4,
    Float = 1 << 5,
    Null = 1 << 6,
    Reference = 1 << 7,
    NewInstance = 1 << 8,
    UninitialisedThis = 1 << 9,
    LongLow = 1 << 10,
    LongHigh = 1 << 11,
    DoubleLow = 1 << 12,
    DoubleHigh = 1 << 13,

    /// <summary>A known boolean widens to all integral types.</summary>
    BooleanValue = Boolean | Byte | Short | Char | Int,
    ByteValue = Byte | Short | Int,
    ShortValue = Short | Int,
    CharValue = Char | Int,
    Zero = BooleanValue | Float | Null,
    AnyWord = Zero | Reference,
    ConstantLow = LongLow | DoubleLow,
    ConstantHigh = LongHigh | DoubleHigh,

    /// <summary>The uses that move copies: one word that is not a reference.</summary>
    Primitive = Int | Float,

    /// <summary>The uses that move-object copies, including uninitialised objects.</summary>
    Object = Null | Reference | NewInstance | UninitialisedThis,
}
