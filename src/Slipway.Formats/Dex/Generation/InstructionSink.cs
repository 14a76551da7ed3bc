namespace Slipway.Formats.Dex.Generation;

/// <summary>Collects instructions and sets the source line of each instruction that starts one.</summary>
internal sealed class InstructionSink
{
    private int lastLine;

    public List<DexInstruction> Instructions { get; } = [];

    /// <summary>Source line of the next instruction; 0 when unknown.</summary>
    public int Line { get; set; }

    public DexInstruction Add(DexInstruction instruction)
    {
        if (Line != lastLine && Line > 0)
        {
            instruction.Line = Line;
            lastLine = Line;
        }
        Instructions.Add(instruction);
        return instruction;
    }

    public void Place(DexLabel label) => Instructions.Add(new DexInstruction { Opcode = DexOpcode.Label, Operand = label });
}
