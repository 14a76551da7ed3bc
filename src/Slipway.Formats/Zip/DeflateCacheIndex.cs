using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Slipway.Formats.Zip;

/// <summary>Reads and extends the two files of a <see cref="DeflateCacheFile"/>.</summary>
internal static class DeflateCacheIndex
{
    /// <summary>Part of the file names, which changes with the layout and with the underlying deflater.</summary>
    private const string Version = "1";

    public static string IndexPath(string folder) => Path.Combine(folder, $"deflate-{Version}.index");

    public static string DataPath(string folder) => Path.Combine(folder, $"deflate-{Version}.pack");

    /// <summary>Reads all valid records; a later record for the same content replaces an earlier one.</summary>
    public static Dictionary<(ContentHash Hash, int Level), DeflateCacheRecord> Read(string path)
    {
        var records = new Dictionary<(ContentHash, int), DeflateCacheRecord>();
        if (!File.Exists(path))
            return records;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[RandomAccess.GetLength(file) / DeflateCacheRecord.Size * DeflateCacheRecord.Size];
        var length = new ByteSource(file).Read(0, bytes);
        records.EnsureCapacity(length / DeflateCacheRecord.Size);
        for (var at = 0; at + DeflateCacheRecord.Size <= length; at += DeflateCacheRecord.Size)
        {
            if (DeflateCacheRecord.Read(bytes.AsSpan(at, DeflateCacheRecord.Size)) is { } record)
                records[(record.Hash, record.Level)] = record;
        }

        return records;
    }

    /// <summary>Appends contents, data first. The caller holds the lock.</summary>
    public static void Append(string folder, long maxSize, IReadOnlyDictionary<(ContentHash Hash, int Level), DeflatedContent> contents)
    {
        using var data = File.OpenHandle(DataPath(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        using var index = File.OpenHandle(IndexPath(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var end = RandomAccess.GetLength(data);
        var indexEnd = RandomAccess.GetLength(index) / DeflateCacheRecord.Size * DeflateCacheRecord.Size;
        if (end > maxSize)
        {
            RandomAccess.SetLength(index, 0);
            RandomAccess.SetLength(data, 0);
            (end, indexEnd) = (0, 0);
        }

        var records = new byte[contents.Count * DeflateCacheRecord.Size];
        var pieces = new List<ReadOnlyMemory<byte>>();
        var offset = end;
        var at = 0;
        foreach (var ((hash, level), content) in contents)
        {
            new DeflateCacheRecord(hash, level, offset, content.Bytes.Length, Crc32.Of(content.Bytes.Span), content.Length, content.Crc)
                .Write(records.AsSpan(at, DeflateCacheRecord.Size));
            at += DeflateCacheRecord.Size;
            offset += content.Bytes.Length;
            if (!content.IsStored)
                pieces.Add(content.Bytes);
        }

        RandomAccess.Write(data, pieces, end);
        RandomAccess.Write(index, records, indexEnd);
    }
}

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
