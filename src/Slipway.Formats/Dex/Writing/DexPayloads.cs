namespace Slipway.Formats.Dex.Writing;

/// <summary>The tables that follow the code of a method: jump tables and array contents (dalvik-bytecode, payload formats).</summary>
/// <param name="codeEnd">Address after the last instruction, in units.</param>
/// <param name="where">The method, for messages.</param>
internal sealed class DexPayloads(int codeEnd, string where)
{
    private const int PackedSwitchIdent = 0x0100;
    private const int SparseSwitchIdent = 0x0200;
    private const int FillArrayDataIdent = 0x0300;

    private readonly DexBuffer _content = new();
    private readonly int _start = (codeEnd + 1) & ~1;

    /// <summary>Adds the payload of an instruction and returns its address in units.</summary>
    public int Add(DexInstruction instruction)
    {
        _content.Align(4);
        var address = _start + (_content.Length / 2);
        if (instruction.ArrayData is { } data)
            AddArray(data);
        else
            AddSwitch(instruction, instruction.Switch!);
        return address;
    }

    public void WriteTo(DexBuffer code)
    {
        if (_content.Length == 0)
            return;
        code.Align(4);
        code.Bytes(_content.Written);
        code.Align(2);
    }

    private void AddArray(DexArrayData data)
    {
        if (data.ElementWidth is not (1 or 2 or 4 or 8) || data.Data.Length % data.ElementWidth != 0)
            throw new DexLimitException(DexLimit.Operand, $"array data of {data.Data.Length} bytes have elements of {data.ElementWidth}", where);
        _content.U2(FillArrayDataIdent);
        _content.U2(data.ElementWidth);
        _content.S4(data.Data.Length / data.ElementWidth);
        _content.Bytes(data.Data.Span);
        _content.Align(2);
    }

    private void AddSwitch(DexInstruction instruction, DexSwitch table)
    {
        if (table.Keys.Count > ushort.MaxValue)
            throw new DexLimitException(DexLimit.MethodSize, $"a switch has {table.Keys.Count} cases", where);
        var isPacked = instruction.Opcode == DexOpcode.PackedSwitch;
        RequireOrder(table.Keys, isPacked);
        _content.U2(isPacked ? PackedSwitchIdent : SparseSwitchIdent);
        _content.U2(table.Keys.Count);
        if (isPacked)
        {
            _content.S4(table.Keys.Count > 0 ? table.Keys[0] : 0);
        }
        else
        {
            foreach (var key in table.Keys)
                _content.S4(key);
        }

        foreach (var label in table.Targets)
            _content.S4(label.Address - instruction.Address);
    }

    private void RequireOrder(IReadOnlyList<int> keys, bool consecutive)
    {
        for (var i = 1; i < keys.Count; i++)
        {
            if (keys[i] <= keys[i - 1] || (consecutive && keys[i] != keys[i - 1] + 1))
                throw new DexLimitException(DexLimit.Operand, "the keys of a switch are not in order", where);
        }
    }
}
