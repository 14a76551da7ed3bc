using System.Buffers;
using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Slipway.Formats.Zip;

/// <summary>
/// Writes the entries of an archive to a file: appends local headers and data, and collects the central directory. The records are
/// those of APPNOTE.TXT 4.3, without data descriptors and without zip64, which no Android release installs and installers of iOS need
/// not support.
/// </summary>
internal sealed class ZipOutput(SafeFileHandle file) : IDisposable
{
    private const int BufferSize = 1 << 20;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private readonly List<ZipEntryHeader> _entries = [];
    private int _buffered;
    private long _flushed;

    public SafeFileHandle File => file;

    public long Position => _flushed + _buffered;

    public IReadOnlyList<ZipEntryHeader> Entries => _entries;

    /// <summary>Appends an entry with its data.</summary>
    public void Add(ZipEntryHeader entry, int alignment, ReadOnlySpan<byte> data)
    {
        entry.PackedSize = data.Length;
        Begin(entry, alignment);
        Append(data);
    }

    /// <summary>Appends the header of an entry; <see cref="Append"/> adds its data, <see cref="End"/> completes it.</summary>
    public void Begin(ZipEntryHeader entry, int alignment)
    {
        entry.PlaceAt(Position, entry.Method == ZipMethod.Store ? alignment : 1);
        var header = entry.LocalSize <= 1024 ? stackalloc byte[entry.LocalSize] : new byte[entry.LocalSize];
        entry.WriteLocal(header);
        Append(header);
        if (_entries.Count >= ZipLayout.MaxEntries)
            throw new ZipLimitException(ZipLimit.Entries, "A package can have at most 65,534 entries");
        _entries.Add(entry);
    }

    /// <summary>Appends data to the current entry.</summary>
    public void Append(ReadOnlySpan<byte> data)
    {
        if (Position + data.Length > ZipLayout.MaxOffset)
            throw new ZipLimitException(ZipLimit.Size, "A package can have at most 4 GiB");
        if (data.Length > BufferSize - _buffered)
            Flush();
        if (data.Length >= BufferSize)
        {
            RandomAccess.Write(file, data, _flushed);
            _flushed += data.Length;
            return;
        }

        data.CopyTo(_buffer.AsSpan(_buffered));
        _buffered += data.Length;
    }

    /// <summary>Rewrites the header of the last entry with its final sizes.</summary>
    public void End(ZipEntryHeader entry)
    {
        Flush();
        var header = new byte[entry.LocalSize];
        entry.WriteLocal(header);
        RandomAccess.Write(file, header, entry.Offset);
    }

    public void Flush()
    {
        RandomAccess.Write(file, _buffer.AsSpan(0, _buffered), _flushed);
        _flushed += _buffered;
        _buffered = 0;
    }

    /// <summary>Returns the central directory of all entries.</summary>
    public byte[] CentralDirectory()
    {
        var directory = new byte[_entries.Sum(entry => (long)entry.CentralSize)];
        var rest = directory.AsSpan();
        foreach (var entry in _entries)
        {
            entry.WriteCentral(rest);
            rest = rest[entry.CentralSize..];
        }

        return directory;
    }

    /// <summary>Returns the end record for a central directory at an offset.</summary>
    public byte[] EndRecord(int directorySize, long directoryOffset)
    {
        if (directoryOffset + directorySize > ZipLayout.MaxOffset)
            throw new ZipLimitException(ZipLimit.Size, "A package can have at most 4 GiB");
        var record = new byte[ZipLayout.EndSize];
        BinaryPrimitives.WriteUInt32LittleEndian(record, ZipLayout.EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(8), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(10), (ushort)_entries.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(12), (uint)directorySize);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(16), (uint)directoryOffset);
        return record;
    }

    /// <summary>Writes directory and end record after the entries; returns the size of the whole archive in bytes.</summary>
    public long Finish()
    {
        Flush();
        var directory = CentralDirectory();
        var end = EndRecord(directory.Length, Position);
        RandomAccess.Write(file, [directory, end], Position);
        return Position + directory.Length + end.Length;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
