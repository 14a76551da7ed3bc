namespace Slipway.Formats.Dex.Reading;

/// <summary>The instructions of one method by address, while the method is being read.</summary>
internal sealed class CodeBody(DexInput input, int offset, int units)
{
    private readonly DexInstruction?[] _instructions = new DexInstruction?[units];
    private readonly DexLabel?[] _labels = new DexLabel?[units + 1];

    /// <summary>Size in 16-bit units.</summary>
    public int Units => units;

    /// <summary>Returns the offset of a unit in the file.</summary>
    public int OffsetOf(int address) => offset + (address * 2);

    public int Unit(int address) =>
        (uint)address < (uint)units ? input.UInt16(OffsetOf(address)) : throw input.Malformed("an instruction extends beyond the end of its code", offset);

    public DexInstruction? At(int address) => (uint)address < (uint)units ? _instructions[address] : null;

    public void Place(DexInstruction instruction) => _instructions[instruction.Address] = instruction;

    public void Remove(int address) => _instructions[address] = null;

    public bool HasLabel(int address) => _labels[address] is not null;

    /// <summary>Returns the label of an instruction; refuses an address at which no instruction begins.</summary>
    public DexLabel LabelOfInstruction(long address) =>
        address >= 0 && address < units && _instructions[address] is not null
            ? Label((int)address)
            : throw input.Malformed("a branch or handler does not lead to an instruction", offset);

    /// <summary>Returns a label at an address up to the end of the code, for the bounds of tries.</summary>
    public DexLabel Label(int address) => _labels[address] ??= new DexLabel { Address = address };

    public void MoveTo(List<DexInstruction> instructions)
    {
        for (var address = 0; address <= units; address++)
        {
            if (_labels[address] is { } label)
                instructions.Add(new DexInstruction { Opcode = DexOpcode.Label, Operand = label, Address = address });

            if (address < units && _instructions[address] is { } instruction)
                instructions.Add(instruction);
        }
    }
}
