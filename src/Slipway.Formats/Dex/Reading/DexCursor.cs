namespace Slipway.Formats.Dex.Reading;

/// <summary>Reads numbers of variable length one after the other.</summary>
internal struct DexCursor(DexInput input, int offset)
{
    public int Offset { get; private set; } = offset;

    public int Byte() => input.Byte(Offset++);

    /// <summary>uleb128 that is used as a count, index or offset.</summary>
    public int Unsigned()
    {
        var start = Offset;
        var value = Bits(out _);
        return value >= 0 ? value : throw input.Malformed("a number is too large", start);
    }

    /// <summary>uleb128p1: minus one stands for nothing.</summary>
    public int UnsignedOrNone() => Bits(out _) - 1;

    /// <summary>uleb128 of which all 32 bits count.</summary>
    public uint Flags() => (uint)Bits(out _);

    public int Signed()
    {
        var value = Bits(out var width);
        return width < 32 && (value & (1 << (width - 1))) != 0 ? value | (-1 << width) : value;
    }

    /// <summary>A count of items of which each takes at least some bytes.</summary>
    public int CountOf(int smallestItem)
    {
        var start = Offset;
        var count = Unsigned();
        return (long)count * smallestItem <= input.Length - Offset ? count : throw input.Malformed("a count is larger than what is left of the file", start);
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
            {
                return value;
            }
        }

        throw input.Malformed("a number has more than five bytes", Offset);
    }
}
