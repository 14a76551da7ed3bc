namespace Slipway.Formats.Dex.Reading;

/// <summary>The instructions of one method while it is being read, by address.</summary>
internal sealed class CodeBody(DexInput input, int offset, int units)
{
    private readonly DexInstruction?[] _instructions = new DexInstruction?[units];
    private readonly DexLabel?[] _labels = new DexLabel?[units + 1];

    /// <summary>Size in 16-bit units.</summary>
    public int Units => units;

    /// <summary>Offset of a unit in the file.</summary>
    public int OffsetOf(int address) => offset + (address * 2);

    public int Unit(int address) =>
        (uint)address < (uint)units ? input.UInt16(OffsetOf(address)) : throw input.Malformed("an instruction reaches over the end of its code", offset);

    public DexInstruction? At(int address) => (uint)address < (uint)units ? _instructions[address] : null;

    public void Place(DexInstruction instruction) => _instructions[instruction.Address] = instruction;

    public void Remove(int address) => _instructions[address] = null;

    public bool HasLabel(int address) => _labels[address] is not null;

    /// <summary>The label of an instruction; a branch may not lead anywhere else.</summary>
    public DexLabel LabelOfInstruction(long address) =>
        address >= 0 && address < units && _instructions[address] is not null
            ? Label((int)address)
            : throw input.Malformed("a branch or handler does not lead to an instruction", offset);

    /// <summary>A label at any address up to the end, for the bounds of tries.</summary>
    public DexLabel Label(int address) => _labels[address] ??= new DexLabel { Address = address };

    public void MoveTo(List<DexInstruction> instructions)
    {
        for (var address = 0; address <= units; address++)
        {
            if (_labels[address] is { } label)
            {
                instructions.Add(new DexInstruction { Opcode = DexOpcode.Label, Operand = label, Address = address });
            }

            if (address < units && _instructions[address] is { } instruction)
            {
                instructions.Add(instruction);
            }
        }
    }
}
