namespace Slipway.Formats.Dex.Generation;

/// <summary>The kind of an operand, which determines how it is moved.</summary>
internal enum RegisterKind : byte
{
    /// <summary>The operand is not used by the operation.</summary>
    None,

    /// <summary>A 32-bit value that is not a reference.</summary>
    Narrow,

    /// <summary>A register pair.</summary>
    Wide,

    /// <summary>A reference.</summary>
    Object,
}
