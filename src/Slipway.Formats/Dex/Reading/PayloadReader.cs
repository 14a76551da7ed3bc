namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads tables of switches and data of arrays, which lie between the instructions and begin with the opcode of nop.</summary>
internal sealed class PayloadReader(DexInput input, CodeBody body)
{
    private const int Packed = 0x0100;
    private const int Sparse = 0x0200;
    private const int Data = 0x0300;

    private readonly Dictionary<int, int> _kinds = [];

    /// <summary>Returns the number of units of the payload at an address; zero for an instruction.</summary>
    public int SizeAt(int address)
    {
        var kind = body.Unit(address);
        if (kind is not (Packed or Sparse or Data))
            return 0;

        var count = (long)body.Unit(address + 1);
        var size = kind switch
        {
            Packed => (count * 2) + 4,
            Sparse => (count * 4) + 2,
            _ => ((count * (uint)Int32(address + 2)) + 1) / 2 + 4,
        };
        if (address % 2 != 0 || size > body.Units - address)
            throw input.Malformed("a switch table or array data is not aligned or leaves the code", body.OffsetOf(address));

        _kinds.Add(address, kind);
        return (int)size;
    }

    /// <summary>Attaches a payload to its instruction.</summary>
    public void Attach(DexInstruction instruction, long target)
    {
        var wanted = instruction.Opcode switch
        {
            DexOpcode.PackedSwitch => Packed,
            DexOpcode.SparseSwitch => Sparse,
            _ => Data,
        };
        if (target is < 0 or > int.MaxValue || _kinds.GetValueOrDefault((int)target) != wanted)
            throw input.Malformed("a switch or array has no table of its kind", body.OffsetOf(instruction.Address));

        var at = (int)target;
        if (wanted == Data)
            instruction.Operand = ArrayData(at);
        else
            instruction.Operand = Switch(at, wanted == Packed, instruction.Address);
    }

    /// <summary>Removes a nop that only aligns a payload, because the assembler inserts its own.</summary>
    public void DropSpacers()
    {
        foreach (var spacer in _kinds.Keys.Select(address => address - 1))
        {
            if (body.At(spacer) is { Opcode: DexOpcode.Nop } && !body.HasLabel(spacer))
                body.Remove(spacer);
        }
    }

    private DexSwitch Switch(int at, bool isPacked, int start)
    {
        var count = body.Unit(at + 1);
        input.Charge(count * 16L, body.OffsetOf(at));
        var keys = new int[count];
        var targets = new DexLabel[count];
        for (var i = 0; i < count; i++)
        {
            keys[i] = isPacked ? unchecked(Int32(at + 2) + i) : Int32(at + 2 + (i * 2));
            targets[i] = body.LabelOfInstruction((long)start + Int32(at + (isPacked ? 4 : 2 + (count * 2)) + (i * 2)));
            if (i > 0 && keys[i] <= keys[i - 1])
                throw input.Malformed("keys of a switch are not in order", body.OffsetOf(at));
        }

        return new DexSwitch(keys, targets);
    }

    private DexArrayData ArrayData(int at)
    {
        var width = body.Unit(at + 1);
        if (width is not (1 or 2 or 4 or 8))
            throw input.Malformed("elements of array data have an unknown width", body.OffsetOf(at));

        // SizeAt has checked that the data lies within the code.
        var length = Int32(at + 2) * width;
        input.Charge(length, body.OffsetOf(at));
        return new DexArrayData(width, input.Slice(body.OffsetOf(at + 4), length).ToArray());
    }

    private int Int32(int address) => body.Unit(address) | (body.Unit(address + 1) << 16);
}
