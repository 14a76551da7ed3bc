namespace Slipway.Formats.Dex.Generation;

/// <summary>A method as DEX operations on virtual registers.</summary>
/// <param name="Blocks">Blocks in layout order; the first is the entry.</param>
/// <param name="Stack">Virtual registers of the operand stack; locals come before them, temporaries of the whole method after them.</param>
/// <param name="Registers">Number of virtual registers.</param>
internal sealed record LoweredMethod(List<BasicBlock> Blocks, Range Stack, int Registers)
{
    /// <summary>Allocates virtual registers and returns the first.</summary>
    public int Registers { get; private set; } = Registers;

    public int NewRegister() => Registers++;
}
