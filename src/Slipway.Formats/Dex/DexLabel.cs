namespace Slipway.Formats.Dex;

/// <summary>A position in a method's code, compared by identity.</summary>
public sealed class DexLabel
{
    /// <summary>Address in 16-bit code units, set by the reader and the assembler; -1 until then.</summary>
    public int Address { get; set; } = -1;
}
