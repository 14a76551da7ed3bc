using System.Buffers.Binary;

namespace Slipway.Formats.Zip;

/// <summary>
/// A strict reader of zip archives (PKWARE APPNOTE.TXT), which refuses ambiguous ones. The end record is at the end, the directory
/// before it, and the file begins with an entry; local headers equal the directory; entries do not overlap, have valid names and are
/// regular files or folders; contents have exactly the stated length and checksum. Any violation throws a
/// <see cref="ZipFaultException"/>, so that every other reader sees the same content in an archive that this one accepts. When the
/// limits allow archives of any tool, a fault of a single entry is thrown when that entry is opened.
/// </summary>
public sealed class ZipReader
{
    private readonly ByteSource _source;
    private readonly Dictionary<string, ZipEntry> _byName;

    private ZipReader(ByteSource source, ZipDirectoryEnd end, IReadOnlyList<ZipEntry> entries)
    {
        _source = source;
        End = end;
        Entries = entries;
        _byName = new(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
            _byName.TryAdd(entry.Name, entry);
    }

    /// <summary>The entries in the order of the directory.</summary>
    public IReadOnlyList<ZipEntry> Entries { get; }

    internal ZipDirectoryEnd End { get; }

    internal ByteSource Source => _source;

    /// <summary>Reads directory and headers. The stream must be seekable and stay open while entries are read.</summary>
    /// <exception cref="ZipFaultException">The archive is refused.</exception>
    public static ZipReader Open(Stream archive, ZipReadLimits limits)
    {
        var source = new ByteSource(archive);
        var end = ZipDirectoryEnd.Find(source, limits);
        if (!limits.UncheckedNames)
            CheckBegin(source, end);
        var records = ZipDirectoryReader.Read(source, end, limits);
        ZipNameRules.Check(records, limits);
        ZipSizeRules.Check(records, limits);
        var locals = new ZipLocalChecker(source, end.Offset, limits);
        var entries = new List<ZipEntry>(records.Count);
        var ranges = new List<(long Start, long End, ZipCentralRecord Record)>(records.Count);
        foreach (var record in records)
        {
            var (entry, entryEnd) = locals.Check(record);
            if (record.Text.Length > 0 || limits.UncheckedNames)
                entries.Add(entry);
            ranges.Add((record.HeaderOffset, entryEnd, record));
        }

        CheckOverlap(ranges);
        return new ZipReader(source, end, entries);
    }

    /// <summary>Finds an entry by its exact name.</summary>
    public ZipEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// Opens the content of an entry, which is unpacked while it is read. Reading reaches the end only when length and checksum are
    /// right. Streams of several entries can be read at the same time.
    /// </summary>
    /// <exception cref="ZipFaultException">The entry cannot be used.</exception>
    public Stream OpenEntry(ZipEntry entry) => new ZipEntryStream(entry, OpenPacked(entry));

    /// <summary>Reads the whole content of an entry.</summary>
    /// <exception cref="ZipFaultException">The data does not match the directory.</exception>
    public byte[] ReadEntry(ZipEntry entry)
    {
        if (entry.Size > Array.MaxLength)
            throw new ZipFaultException(ZipFault.TooLarge, "the entry does not fit into memory", entry.DataOffset, entry.Name);
        using var stream = OpenEntry(entry);
        var content = new byte[entry.Size];
        stream.ReadExactly(content);
        stream.ReadByte();
        return content;
    }

    /// <summary>Opens the packed bytes of an entry.</summary>
    internal ZipDataStream OpenPacked(ZipEntry entry) =>
        entry.Refusal is { } refusal ? throw refusal : new(_source, entry.DataOffset, entry.PackedSize);

    private static void CheckBegin(ByteSource source, ZipDirectoryEnd end)
    {
        if (end.EntryCount == 0)
        {
            if (end.RecordOffset != 0)
                throw new ZipFaultException(ZipFault.Inconsistent, "the archive has no entries, but other content");
            return;
        }

        var begin = source.ReadExactly(0, 8);
        var at = BinaryPrimitives.ReadUInt32LittleEndian(begin) is ZipLayout.UnsplitMarker or ZipLayout.DescriptorSignature ? 4 : 0;
        if (BinaryPrimitives.ReadUInt32LittleEndian(begin.AsSpan(at)) != ZipLayout.LocalSignature)
            throw new ZipFaultException(ZipFault.Preceded, "the file does not begin with an entry", 0);
    }

    private static void CheckOverlap(List<(long Start, long End, ZipCentralRecord Record)> ranges)
    {
        ranges.Sort((left, right) => left.Start.CompareTo(right.Start));
        for (var index = 1; index < ranges.Count; index++)
        {
            if (ranges[index].Start < ranges[index - 1].End)
                throw ranges[index].Record.Fault(ZipFault.Inconsistent, $"the entry overlaps '{ranges[index - 1].Record.Text}'");
        }
    }
}
