namespace Slipway.Formats.Dex.Writing;

/// <summary>Writes code items (dex-format, code_item) and their debug information.</summary>
internal sealed class DexCodeSection(DexIndices indices, int version)
{
    private readonly Dictionary<DexMethod, int> _offsets = [];
    private readonly List<(DexMethod Method, byte[] Item)> _assembled = [];

    /// <summary>Assembles every method's code and writes the debug information, which comes first in the file.</summary>
    public void Assemble(IEnumerable<DexClass> classes, DexSection debug)
    {
        var buffer = new DexBuffer();
        foreach (var method in classes.SelectMany(c => c.Methods))
        {
            if (method.Code is not { } code)
                continue;
            var where = $"{method.Reference.Owner}->{method.Reference.Name}{method.Reference.Descriptor}";
            RequireSize(code, where);
            var units = DexAssembler.Assemble(code, indices, version, where);
            buffer.Clear();
            DexDebugInfo.Write(code, indices.ProtoParts(method.Reference.Descriptor).Parameters.Count, indices, buffer);
            var debugOffset = buffer.Length == 0 ? 0 : debug.Add(buffer);
            buffer.Clear();
            WriteItem(code, debugOffset, units, where, buffer);
            _assembled.Add((method, buffer.ToArray()));
        }
    }

    public void WriteTo(DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var (method, item) in _assembled)
        {
            buffer.Clear();
            buffer.Bytes(item);
            _offsets.Add(method, section.AddUnshared(buffer));
        }

        _assembled.Clear();
    }

    /// <summary>Returns the offset of a method's code in the file; 0 when it has none.</summary>
    public int Offset(DexMethod method) => _offsets.GetValueOrDefault(method);

    private void WriteItem(DexCode code, int debugOffset, byte[] units, string where, DexBuffer target)
    {
        var tries = code.Tries.Count > 0 ? new DexTryEncoder(code, indices, where) : null;
        target.U2(code.Registers);
        target.U2(code.Ins);
        target.U2(code.Outs);
        target.U2(tries?.Count ?? 0);
        target.S4(debugOffset);
        target.S4(units.Length / 2);
        target.Bytes(units);
        if (tries is not { Count: > 0 })
            return;
        target.Align(4);
        tries.WriteTo(target);
    }

    private static void RequireSize(DexCode code, string where)
    {
        if (code.Registers > ushort.MaxValue || code.Ins > code.Registers || code.Outs > ushort.MaxValue)
            throw new DexLimitException(DexLimit.MethodSize, $"the method needs {code.Registers} registers, {code.Ins} of them arguments, and {code.Outs} outgoing words", where);
        if (code.Instructions.TrueForAll(i => i.Opcode == DexOpcode.Label))
            throw new ArgumentException($"There is no instruction in {where}.", nameof(code));
    }
}
