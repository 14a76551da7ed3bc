namespace Slipway.Formats.Dex.Generation;

/// <summary>What an operand is, as far as moving it goes.</summary>
internal enum RegisterKind : byte
{
    /// <summary>The operand is not used by the operation.</summary>
    None,

    /// <summary>32 bits that are no reference.</summary>
    Narrow,

    /// <summary>A register pair.</summary>
    Wide,

    /// <summary>A reference.</summary>
    Object,
}
