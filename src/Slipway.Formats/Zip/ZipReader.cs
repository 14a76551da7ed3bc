using System.Buffers.Binary;

namespace Slipway.Formats.Zip;

/// <summary>
/// A strict reader of zip archives (PKWARE APPNOTE.TXT): one meaning or none. The end record is at the end, the directory
/// before it, the file begins with an entry; local headers equal the directory; entries do not overlap, have sound names and
/// are regular files or folders; contents have exactly the length and check sum that is said. Everything else is a
/// <see cref="ZipFaultException"/>, so that no two readers can see different things in an archive that this one accepts.
/// Where the limits allow for any tool, what is wrong with one entry only is thrown when that entry is asked for.
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

    /// <summary>Reads directory and headers. The stream must be able to seek, and stay open as long as entries are read.</summary>
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
    /// The content of an entry, unpacked while it is read. Its end is only reached when length and check sum are right.
    /// Streams of several entries can be read at the same time.
    /// </summary>
    /// <exception cref="ZipFaultException">The entry cannot be used.</exception>
    public Stream OpenEntry(ZipEntry entry) => new ZipEntryStream(entry, OpenPacked(entry));

    /// <summary>The whole content of an entry.</summary>
    /// <exception cref="ZipFaultException">The data is not what the directory says.</exception>
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

    /// <summary>The bytes of an entry as they are in the archive.</summary>
    internal ZipDataStream OpenPacked(ZipEntry entry) =>
        entry.Refusal is { } refusal ? throw refusal : new(_source, entry.DataOffset, entry.PackedSize);

    private static void CheckBegin(ByteSource source, ZipDirectoryEnd end)
    {
        if (end.EntryCount == 0)
        {
            if (end.RecordOffset != 0)
                throw new ZipFaultException(ZipFault.Inconsistent, "the archive has no entries but other content");
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
