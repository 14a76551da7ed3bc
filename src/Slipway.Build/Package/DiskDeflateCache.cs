using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Slipway.Formats.Zip;

namespace Slipway.Build.Package;

/// <summary>
/// Deflated contents by hash, kept in two files: a heap to which contents are appended, and an index of fixed records. An app of
/// a thousand files is looked up with one small read and a thousand short ones, without opening a thousand files. Both files
/// carry checksums; what does not match is as good as absent. Writers take turns by a lock, and one that finds it taken does
/// not write: a cache may forget.
/// </summary>
public sealed class DiskDeflateCache : IDeflateCache, IDisposable
{
    private const int RecordSize = 72;
    private const long HeapLimit = 2L << 30;

    private readonly string _heapPath;
    private readonly string _indexPath;
    private readonly string _lockPath;
    private readonly Dictionary<(ContentHash Hash, int Level), Place> _index = [];
    private readonly ConcurrentDictionary<(ContentHash Hash, int Level), DeflatedContent> _fresh = new();
    private readonly SafeFileHandle? _heap;

    /// <summary>Opens the cache in a folder, which is made when missing.</summary>
    public DiskDeflateCache(string folder)
    {
        Directory.CreateDirectory(folder);
        _heapPath = Path.Combine(folder, "heap");
        _indexPath = Path.Combine(folder, "index");
        _lockPath = Path.Combine(folder, "lock");
        if (!File.Exists(_indexPath) || !File.Exists(_heapPath))
            return;
        _heap = File.OpenHandle(_heapPath, share: FileShare.ReadWrite | FileShare.Delete);
        ReadIndex(File.ReadAllBytes(_indexPath), RandomAccess.GetLength(_heap));
    }

    /// <inheritdoc/>
    public bool IsUseful => true;

    /// <inheritdoc/>
    public bool TryGet(ContentHash hash, int level, out DeflatedContent content)
    {
        if (_fresh.TryGetValue((hash, level), out content))
            return true;
        if (!_index.TryGetValue((hash, level), out var place))
            return false;
        var bytes = GC.AllocateUninitializedArray<byte>(place.Packed);
        for (var read = 0; read < bytes.Length;)
        {
            var count = RandomAccess.Read(_heap!, bytes.AsSpan(read), place.Offset + read);
            if (count == 0)
                return false;
            read += count;
        }

        content = new DeflatedContent(bytes, place.Crc, place.Length);
        return Checksum(bytes) == place.Check;
    }

    /// <inheritdoc/>
    public void Put(ContentHash hash, int level, DeflatedContent content) =>
        _fresh[(hash, level)] = content with { Bytes = content.Bytes.ToArray() };

    /// <summary>Keeps what was put in. Does nothing when another process is doing the same.</summary>
    public void Save()
    {
        if (_fresh.IsEmpty)
            return;
        try
        {
            using var turn = new FileStream(_lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Append();
        }
        catch (IOException)
        {
            // Another process writes, or the disk is full: this content will be deflated again.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _heap?.Dispose();

    private void Append()
    {
        if (File.Exists(_heapPath) && new FileInfo(_heapPath).Length > HeapLimit)
        {
            File.Delete(_indexPath);
            File.Delete(_heapPath);
        }

        var records = new MemoryStream();
        using (var heap = new FileStream(_heapPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 20))
        {
            Span<byte> record = stackalloc byte[RecordSize];
            foreach (var (key, content) in _fresh)
            {
                var place = new Place(heap.Position, content.Bytes.Length, content.Length, content.Crc, Checksum(content.Bytes.Span));
                heap.Write(content.Bytes.Span);
                Write(record, key.Hash, key.Level, place);
                records.Write(record);
            }
        }

        using var index = new FileStream(_indexPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        // A writer that was killed may have left part of a record.
        if (index.Position % RecordSize != 0)
            index.SetLength(index.Position - (index.Position % RecordSize));
        index.Seek(0, SeekOrigin.End);
        index.Write(records.GetBuffer().AsSpan(0, (int)records.Length));
    }

    private void ReadIndex(byte[] bytes, long heapLength)
    {
        _index.EnsureCapacity(bytes.Length / RecordSize);
        for (var at = 0; at + RecordSize <= bytes.Length; at += RecordSize)
        {
            var record = bytes.AsSpan(at, RecordSize);
            if (Checksum(record[..^4]) != BinaryPrimitives.ReadUInt32LittleEndian(record[^4..]))
                continue;
            var place = new Place(
                BinaryPrimitives.ReadInt64LittleEndian(record[36..]),
                BinaryPrimitives.ReadInt32LittleEndian(record[44..]),
                BinaryPrimitives.ReadInt64LittleEndian(record[48..]),
                BinaryPrimitives.ReadUInt32LittleEndian(record[56..]),
                BinaryPrimitives.ReadUInt32LittleEndian(record[60..]));
            if (place.Offset >= 0 && place.Packed >= 0 && place.Offset + place.Packed <= heapLength)
                _index[(new ContentHash(record[..32]), BinaryPrimitives.ReadInt32LittleEndian(record[32..]))] = place;
        }
    }

    private static void Write(Span<byte> record, ContentHash hash, int level, Place place)
    {
        record.Clear();
        hash.CopyTo(record);
        BinaryPrimitives.WriteInt32LittleEndian(record[32..], level);
        BinaryPrimitives.WriteInt64LittleEndian(record[36..], place.Offset);
        BinaryPrimitives.WriteInt32LittleEndian(record[44..], place.Packed);
        BinaryPrimitives.WriteInt64LittleEndian(record[48..], place.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record[56..], place.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(record[60..], place.Check);
        BinaryPrimitives.WriteUInt32LittleEndian(record[^4..], Checksum(record[..^4]));
    }

    // CRC-32C, because processors have an instruction for it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            crc = BitOperations.Crc32C(crc, word);
        foreach (var rest in bytes[(words.Length * 8)..])
            crc = BitOperations.Crc32C(crc, rest);
        return ~crc;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(long Offset, int Packed, long Length, uint Crc, uint Check);
}
