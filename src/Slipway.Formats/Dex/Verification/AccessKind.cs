namespace Slipway.Formats.Dex.Verification;

/// <summary>The seven variants of each get and put, in the order of their opcodes.</summary>
internal enum AccessKind
{
    /// <summary>int or float.</summary>
    Word,

    /// <summary>long or double.</summary>
    Wide,
    Object,
    Boolean,
    Byte,
    Char,
    Short,
}
