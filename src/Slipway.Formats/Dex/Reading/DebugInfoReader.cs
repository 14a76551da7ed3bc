namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads debug_info_item: lines and names of parameters; skips the names of other variables.</summary>
internal sealed class DebugInfoReader(DexInput input, DexTables tables)
{
    private const int FirstSpecial = 0x0a;
    private const int LineBase = -4;
    private const int LineRange = 15;

    public void Read(int offset, CodeBody body, DexCode code)
    {
        var cursor = new DexCursor(input, offset);
        var line = cursor.Flags();
        var parameters = cursor.CountOf(1);
        for (var i = 0; i < parameters; i++)
        {
            var name = cursor.UnsignedOrNone();
            code.ParameterNames.Add(name < 0 ? null : tables.String(name, cursor.Offset));
        }

        var address = 0u;
        while (Step(ref cursor, ref line, ref address, body))
        {
        }

        input.Charge(cursor.Offset - offset, offset);
    }

    /// <returns>Whether the sequence continues.</returns>
    private static bool Step(ref DexCursor cursor, ref uint line, ref uint address, CodeBody body)
    {
        var operation = cursor.Byte();
        switch (operation)
        {
            case 0x00: // end of the sequence
                return false;
            case 0x01: // advance the address
                address += cursor.Flags();
                break;
            case 0x02: // advance the line
                line += (uint)cursor.Signed();
                break;
            case 0x03: // start of a local: register, name, type
                Skip(ref cursor, 3);
                break;
            case 0x04: // the same with a signature
                Skip(ref cursor, 4);
                break;
            case 0x05 or 0x06 or 0x09: // end and restart of a local, source file
                Skip(ref cursor, 1);
                break;
            case 0x07 or 0x08: // end of prologue, start of epilogue
                break;
            default:
                line += (uint)(LineBase + ((operation - FirstSpecial) % LineRange));
                address += (uint)((operation - FirstSpecial) / LineRange);
                if (address < body.Units && body.At((int)address) is { } instruction)
                    instruction.Line = (int)Math.Min(line, int.MaxValue);

                break;
        }

        return true;
    }

    private static void Skip(ref DexCursor cursor, int numbers)
    {
        for (var i = 0; i < numbers; i++)
            cursor.Flags();
    }
}
