namespace Slipway.Formats.Dex.Generation;

/// <summary>Kinds of values in a JVM stack slot or local variable slot.</summary>
internal enum SlotKind : byte
{
    /// <summary>No readable value.</summary>
    Unusable,

    /// <summary>int, short, char, byte or boolean.</summary>
    Int,

    /// <summary>float.</summary>
    Float,

    /// <summary>The first slot of a long.</summary>
    Long,

    /// <summary>The second slot of a long.</summary>
    LongHigh,

    /// <summary>The first slot of a double.</summary>
    Double,

    /// <summary>The second slot of a double.</summary>
    DoubleHigh,

    /// <summary>The null reference.</summary>
    Null,

    /// <summary>A reference to an initialised object or an array.</summary>
    Reference,

    /// <summary>The result of <c>new</c>, or <c>this</c> of a constructor, before a constructor has run.</summary>
    Uninitialized,
}
