using System.Buffers.Binary;

namespace Slipway.Formats.Zip;

/// <summary>Reads the extra fields of a header (APPNOTE.TXT 4.5).</summary>
internal static class ZipExtraFields
{
    /// <summary>Replaces numbers that do not fit into 32 bits with those of the zip64 field, in the order of the specification.</summary>
    /// <returns>False when the field is missing or too short.</returns>
    public static bool Widen(ReadOnlySpan<byte> extra, ref long size, ref long packedSize, ref long offset)
    {
        if (size != uint.MaxValue && packedSize != uint.MaxValue && offset != uint.MaxValue)
            return true;
        var field = Find(extra, ZipLayout.Zip64Extra);
        return Take(ref field, ref size) && Take(ref field, ref packedSize) && Take(ref field, ref offset);
    }

    /// <summary>
    /// Returns the first field with an id; empty when there is none. A malformed field ends the search, because Android's alignment
    /// tool pads with plain zeros.
    /// </summary>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> extra, ushort number)
    {
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
                break;
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == number)
                return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return default;
    }

    private static bool Take(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue)
            return true;
        if (field.Length < 8)
            return false;
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
        return value >= 0;
    }
}
