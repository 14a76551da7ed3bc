namespace Slipway.Formats.Dex.Writing;

/// <summary>Writes code items (dex-format, code_item) and their debug information.</summary>
internal sealed class DexCodeSection(DexIndices indices, int version)
{
    private readonly Dictionary<DexCode, int> _offsets = [];
    private readonly List<(DexCode Code, int DebugOffset, byte[] Units, DexTryEncoder Tries)> _assembled = [];

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
            var tries = new DexTryEncoder(code, indices, where);
            buffer.Clear();
            DexDebugInfo.Write(code, indices.ProtoParts(method.Reference.Descriptor).Parameters.Count, indices, buffer);
            _assembled.Add((code, buffer.Length == 0 ? 0 : debug.Add(buffer), units, tries));
        }
    }

    public void WriteTo(DexSection section)
    {
        var buffer = new DexBuffer();
        foreach (var (code, debugOffset, units, tries) in _assembled)
        {
            buffer.Clear();
            buffer.U2(code.Registers);
            buffer.U2(code.Ins);
            buffer.U2(code.Outs);
            buffer.U2(tries.Count);
            buffer.S4(debugOffset);
            buffer.S4(units.Length / 2);
            buffer.Bytes(units);
            if (tries.Count > 0)
                buffer.Align(4);
            tries.WriteTo(buffer);
            _offsets.Add(code, section.AddUnshared(buffer));
        }
    }

    /// <summary>Where the code of a method is in the file; 0 when it has none.</summary>
    public int Offset(DexCode? code) => code is null ? 0 : _offsets[code];

    private static void RequireSize(DexCode code, string where)
    {
        if (code.Registers > ushort.MaxValue || code.Ins > code.Registers || code.Outs > ushort.MaxValue)
            throw new DexLimitException(DexLimit.MethodSize, $"the method needs {code.Registers} registers, {code.Ins} of them arguments, and {code.Outs} outgoing words", where);
        if (code.Instructions.TrueForAll(i => i.Opcode == DexOpcode.Label))
            throw new ArgumentException($"There is no instruction in {where}.", nameof(code));
    }
}
