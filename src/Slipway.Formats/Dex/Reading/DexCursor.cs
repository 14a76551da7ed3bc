namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads consecutive numbers of variable length.</summary>
internal struct DexCursor(DexInput input, int offset)
{
    public int Offset { get; private set; } = offset;

    public int Byte() => input.Byte(Offset++);

    /// <summary>Reads uleb128 that is used as a count, index or offset.</summary>
    public int Unsigned()
    {
        var start = Offset;
        var value = Bits(out _);
        return value >= 0 ? value : throw input.Malformed("a number is too large", start);
    }

    /// <summary>Reads uleb128p1; -1 means that there is no value.</summary>
    public int UnsignedOrNone() => Bits(out _) - 1;

    /// <summary>Reads uleb128 with all 32 bits.</summary>
    public uint Flags() => (uint)Bits(out _);

    public int Signed()
    {
        var value = Bits(out var width);
        return width < 32 && (value & (1 << (width - 1))) != 0 ? value | (-1 << width) : value;
    }

    /// <summary>Reads a count of items, each of which has at least the given size.</summary>
    public int CountOf(int smallestItem)
    {
        var start = Offset;
        var count = Unsigned();
        return (long)count * smallestItem <= input.Length - Offset ? count : throw input.Malformed("a count exceeds the rest of the file", start);
    }

    private int Bits(out int width)
    {
        var value = 0;
        for (width = 0; width < 35;)
        {
            var part = Byte();
            value |= (part & 0x7f) << width;
            width += 7;
            if ((part & 0x80) == 0)
                return value;
        }

        throw input.Malformed("a number has more than five bytes", Offset);
    }
}
