using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>A record of the index of a <see cref="DeflateCacheFile"/>: 72 bytes, little-endian.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DeflateCacheRecord(ContentHash Hash, int Level, long Offset, int PackedLength, uint PackedCrc, long Length, uint Crc)
{
    public const int Size = 72;

    private const int ChecksumAt = Size - 4;

    public void Write(Span<byte> target)
    {
        Hash.CopyTo(target);
        BinaryPrimitives.WriteInt32LittleEndian(target[32..], Level);
        BinaryPrimitives.WriteInt64LittleEndian(target[36..], Offset);
        BinaryPrimitives.WriteInt32LittleEndian(target[44..], PackedLength);
        BinaryPrimitives.WriteUInt32LittleEndian(target[48..], PackedCrc);
        BinaryPrimitives.WriteInt64LittleEndian(target[52..], Length);
        BinaryPrimitives.WriteUInt32LittleEndian(target[60..], Crc);
        target[64..ChecksumAt].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(target[ChecksumAt..], Crc32.Of(target[..ChecksumAt]));
    }

    /// <summary>Reads a record; returns null when it is incomplete or damaged.</summary>
    public static DeflateCacheRecord? Read(ReadOnlySpan<byte> source)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(source[ChecksumAt..]) != Crc32.Of(source[..ChecksumAt]))
            return null;
        var record = new DeflateCacheRecord(
            new ContentHash(source[..ContentHash.Size]),
            BinaryPrimitives.ReadInt32LittleEndian(source[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(source[36..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[44..]),
            BinaryPrimitives.ReadUInt32LittleEndian(source[48..]),
            BinaryPrimitives.ReadInt64LittleEndian(source[52..]),
            BinaryPrimitives.ReadUInt32LittleEndian(source[60..]));
        return record.Offset < 0 || record.PackedLength < 0 ? null : record;
    }
}
