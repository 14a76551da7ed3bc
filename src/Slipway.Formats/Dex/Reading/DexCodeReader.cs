namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads code_item: instructions, with labels at the targets of branches, tries and handlers.</summary>
internal sealed class DexCodeReader(DexInput input, DexTables tables)
{
    private readonly DebugInfoReader _debug = new(input, tables);

    public DexCode Read(int offset)
    {
        if (offset % 4 != 0)
            throw input.Malformed("code is not aligned", offset);

        var (tries, units) = (input.UInt16(offset + 6), input.Count(offset + 12));
        var code = new DexCode { Registers = input.UInt16(offset), Ins = input.UInt16(offset + 2), Outs = input.UInt16(offset + 4) };
        input.Slice(offset + 16, (int)Math.Min(units * 2L, int.MaxValue));
        input.Charge(units * 8L, offset);
        var body = new CodeBody(input, offset + 16, units);
        new InstructionReader(input, tables, body).ReadAll();
        if (tries > 0)
            new TryReader(input, tables, body).Read(offset + 16 + (units * 2) + (units % 2 * 2), tries, code.Tries);

        if (input.Count(offset + 8) is > 0 and var debug)
            _debug.Read(debug, body, code);

        body.MoveTo(code.Instructions);
        return code;
    }
}
