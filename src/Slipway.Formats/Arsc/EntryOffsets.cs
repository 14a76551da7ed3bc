namespace Slipway.Formats.Arsc;

/// <summary>
/// Reads the offsets of the entries of a type chunk: one for each id, in 32 bits or in 16 (in units of four bytes), or pairs of id
/// and offset in a sparse chunk.
/// </summary>
internal static class EntryOffsets
{
    private const byte Sparse = 0x01;
    private const byte Offset16 = 0x02;

    public static List<(ushort Index, long Offset)> Of(ChunkReader chunk)
    {
        var flags = chunk.U8(9);
        long start = chunk.U32(16);
        var width = (flags & Sparse) == 0 && (flags & Offset16) != 0 ? 2 : 4;
        var count = chunk.Count(12, chunk.HeaderSize, width);
        var found = new List<(ushort, long)>(Math.Min(count, ushort.MaxValue + 1));
        for (var i = 0; i < count; i++)
        {
            var at = chunk.HeaderSize + ((long)i * width);
            if ((flags & Sparse) != 0)
                found.Add((chunk.U16(at), start + (chunk.U16(at + 2) * 4L)));
            else if (i > ushort.MaxValue)
                throw chunk.Fault("a type has more than 65536 entries", 12);
            else if (Dense(chunk, at, width) is { } offset)
                found.Add(((ushort)i, start + offset));
        }

        return found;
    }

    private static long? Dense(ChunkReader chunk, long at, int width)
    {
        if (width == 2)
        {
            var units = chunk.U16(at);
            return units == ushort.MaxValue ? null : units * 4L;
        }

        var offset = chunk.U32(at);
        return offset == uint.MaxValue ? null : offset;
    }
}
