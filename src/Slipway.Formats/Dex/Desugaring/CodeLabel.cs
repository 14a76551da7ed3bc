namespace Slipway.Formats.Dex.Desugaring;

/// <summary>A position in the code that a <see cref="CodeBuilder"/> builds.</summary>
internal sealed class CodeLabel
{
    /// <summary>Index of the instruction that follows; -1 before it is placed.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Depth of the operand stack at the label, in slots; -1 before anything jumps to it.</summary>
    public int Depth { get; set; } = -1;
}
