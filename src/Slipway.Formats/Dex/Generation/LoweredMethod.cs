namespace Slipway.Formats.Dex.Generation;

/// <summary>A method as DEX operations on virtual registers.</summary>
/// <param name="Blocks">Blocks in layout order; the first is the entry.</param>
/// <param name="Stack">Virtual registers of the operand stack: locals are below, temporaries of the whole method above.</param>
/// <param name="Registers">Virtual registers in use.</param>
internal sealed record LoweredMethod(List<BasicBlock> Blocks, Range Stack, int Registers)
{
    /// <summary>Makes virtual registers and returns the first.</summary>
    public int Registers { get; private set; } = Registers;

    public int NewRegister() => Registers++;
}
