namespace Slipway.Formats.Dex.Writing;

/// <summary>Encodes source lines and names of parameters (dex-format, debug_info_item).</summary>
internal static class DexDebugInfo
{
    private const int EndSequence = 0x00;
    private const int AdvancePc = 0x01;
    private const int AdvanceLine = 0x02;
    private const int FirstSpecial = 0x0a;
    private const int LineBase = -4;
    private const int LineRange = 15;
    private const int MaxSpecialAdvance = (0xff - FirstSpecial) / LineRange;

    /// <summary>Writes the item for code whose instructions have addresses; writes nothing when there are no lines and no names.</summary>
    public static void Write(DexCode code, int parameterCount, DexIndices indices, DexBuffer target)
    {
        var firstLine = code.Instructions.Find(i => i.Line > 0)?.Line ?? 0;
        var isNamed = code.ParameterNames.Exists(n => n is not null);
        if (firstLine == 0 && !isNamed)
            return;
        target.Uleb(firstLine);
        target.Uleb(parameterCount);
        for (var i = 0; i < parameterCount; i++)
            target.UlebPlusOne(isNamed && i < code.ParameterNames.Count && code.ParameterNames[i] is { } name ? indices.String(name) : -1);
        WriteLines(code, firstLine, target);
        target.U1(EndSequence);
    }

    private static void WriteLines(DexCode code, int firstLine, DexBuffer target)
    {
        var (address, line) = (0, firstLine);
        var last = 0;
        foreach (var instruction in code.Instructions)
        {
            if (instruction.Line <= 0 || instruction.Line == last)
                continue;
            WriteEntry(instruction.Address - address, instruction.Line - line, target);
            (address, line, last) = (instruction.Address, instruction.Line, instruction.Line);
        }
    }

    private static void WriteEntry(int addresses, int lines, DexBuffer target)
    {
        if (lines is < LineBase or >= LineBase + LineRange)
        {
            target.U1(AdvanceLine);
            target.Sleb(lines);
            lines = 0;
        }

        var adjusted = lines - LineBase;
        if (addresses > MaxSpecialAdvance || FirstSpecial + adjusted + (addresses * LineRange) > 0xff)
        {
            target.U1(AdvancePc);
            target.Uleb(addresses);
            addresses = 0;
        }

        target.U1(FirstSpecial + adjusted + (addresses * LineRange));
    }
}
