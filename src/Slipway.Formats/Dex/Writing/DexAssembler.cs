namespace Slipway.Formats.Dex.Writing;

/// <summary>
/// Assigns address and form to every instruction of a method, and encodes them. A branch starts in its shortest form and grows when
/// its target is too far; this terminates, because branches never shrink. Payloads of switches and arrays follow the code, each at a
/// multiple of two units.
/// </summary>
internal sealed class DexAssembler
{
    private const int InvertedBranchSize = 5;
    private const int InvertedGotoSize = 3;

    private readonly List<DexInstruction> _instructions;
    private readonly DexOpcode[] _forms;
    private readonly bool[] _inverted;
    private readonly DexIndices _indices;
    private readonly string _where;

    private DexAssembler(DexCode code, DexIndices indices, int version, string where)
    {
        _instructions = code.Instructions;
        _forms = new DexOpcode[_instructions.Count];
        _inverted = new bool[_instructions.Count];
        _indices = indices;
        _where = where;
        for (var i = 0; i < _forms.Length; i++)
            _forms[i] = FirstForm(_instructions[i], version);
    }

    /// <summary>Encodes the code's instructions and sets the addresses of them and of its labels.</summary>
    public static byte[] Assemble(DexCode code, DexIndices indices, int version, string where)
    {
        var assembler = new DexAssembler(code, indices, version, where);
        assembler.Place();
        while (assembler.Grow())
            assembler.Place();
        return assembler.Encode();
    }

    private DexOpcode FirstForm(DexInstruction instruction, int version)
    {
        var opcode = instruction.Opcode;
        if (opcode is >= DexOpcode.Goto and <= DexOpcode.Goto32)
            return DexOpcode.Goto;
        if (opcode == DexOpcode.ConstString && _indices.String((string)instruction.Reference!) > ushort.MaxValue)
            return DexOpcode.ConstStringJumbo;
        if (opcode != DexOpcode.Label && DexOpcodeTable.Format(opcode) == DexFormat.None)
            throw new ArgumentException($"The operation {(int)opcode} is unknown.", nameof(instruction));
        if (DexOpcodeTable.MinVersion(opcode) > version)
            throw new DexLimitException(DexLimit.Version, $"version {version} lacks {DexOpcodeTable.Name(opcode)}", _where);
        return opcode;
    }

    private int Size(int index) => _inverted[index] ? InvertedBranchSize : DexOpcodeTable.Size(_forms[index]);

    private int Place()
    {
        var address = 0;
        for (var i = 0; i < _forms.Length; i++)
        {
            var instruction = _instructions[i];
            instruction.Address = address;
            if (instruction.Label is not null)
                instruction.Label.Address = address;
            address += Size(i);
        }

        return address;
    }

    /// <summary>Selects the next longer form for each branch that does not reach its target. Only goto/32 allows a distance of 0.</summary>
    private bool Grow()
    {
        var grown = false;
        for (var i = 0; i < _forms.Length; i++)
        {
            if (_instructions[i].Target is not { } target || _inverted[i])
                continue;
            var distance = target.Address - _instructions[i].Address;
            var form = _forms[i];
            if (form == DexOpcode.Goto && (distance == 0 || distance != (sbyte)distance))
                _forms[i] = distance == 0 || distance != (short)distance ? DexOpcode.Goto32 : DexOpcode.Goto16;
            else if (form == DexOpcode.Goto16 && distance != (short)distance)
                _forms[i] = DexOpcode.Goto32;
            else if (form is >= DexOpcode.IfEq and <= DexOpcode.IfLez && (distance == 0 || distance != (short)distance))
                _inverted[i] = true;
            else
                continue;
            grown = true;
        }

        return grown;
    }

    private byte[] Encode()
    {
        var buffer = new DexBuffer();
        var encoder = new DexInstructionEncoder(buffer, _indices, _where);
        var payloads = new DexPayloads(Place(), _where);
        for (var i = 0; i < _forms.Length; i++)
        {
            var instruction = _instructions[i];
            if (_forms[i] == DexOpcode.Label)
                continue;
            if (_inverted[i])
                EncodeInverted(encoder, instruction);
            else
                encoder.Encode(instruction, _forms[i], Offset(instruction, payloads));
        }

        payloads.WriteTo(buffer);
        return buffer.ToArray();
    }

    private static int Offset(DexInstruction instruction, DexPayloads payloads)
    {
        if (instruction.Switch is not null || instruction.ArrayData is not null)
            return payloads.Add(instruction) - instruction.Address;
        return instruction.Target is { } target ? target.Address - instruction.Address : 0;
    }

    /// <summary>Replaces a conditional branch with the opposite condition, which skips a goto/32 to the target.</summary>
    private static void EncodeInverted(DexInstructionEncoder encoder, DexInstruction instruction)
    {
        var first = instruction.Opcode >= DexOpcode.IfEqz ? DexOpcode.IfEqz : DexOpcode.IfEq;
        var opposite = (DexOpcode)((int)first + (((int)instruction.Opcode - (int)first) ^ 1));
        encoder.Encode(instruction, opposite, InvertedBranchSize);
        var distance = instruction.Target!.Address - instruction.Address - (InvertedBranchSize - InvertedGotoSize);
        encoder.Encode(instruction, DexOpcode.Goto32, distance);
    }
}
