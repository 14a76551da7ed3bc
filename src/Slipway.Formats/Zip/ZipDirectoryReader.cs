using System.Buffers.Binary;

namespace Slipway.Formats.Zip;

/// <summary>Reads the central directory (APPNOTE.TXT 4.3.12) and refuses inconsistent ones.</summary>
internal static class ZipDirectoryReader
{
    private const uint UnixRunBits = 0x49;

    public static List<ZipCentralRecord> Read(ByteSource source, ZipDirectoryEnd end, ZipReadLimits limits)
    {
        if (end.EntryCount > limits.MaxEntries)
            throw new ZipFaultException(ZipFault.TooLarge, $"the archive has {end.EntryCount} entries, more than {limits.MaxEntries}");
        if (end.Size > int.MaxValue)
            throw new ZipFaultException(ZipFault.TooLarge, "the central directory is too large", end.Offset);
        var directory = source.ReadExactly(end.Offset, (int)end.Size);
        var records = new List<ZipCentralRecord>();
        var at = 0;
        while (at < directory.Length)
        {
            records.Add(ReadRecord(directory.AsSpan(at), end.Offset + at, limits, out var length));
            at += length;
        }

        if (records.Count != end.EntryCount)
            throw new ZipFaultException(ZipFault.Inconsistent, $"the end record counts {end.EntryCount} entries, but the directory has {records.Count}", end.Offset);
        return records;
    }

    private static ZipCentralRecord ReadRecord(ReadOnlySpan<byte> bytes, long offset, ZipReadLimits limits, out int length)
    {
        if (bytes.Length < ZipLayout.CentralSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != ZipLayout.CentralSignature)
            throw new ZipFaultException(ZipFault.Inconsistent, "the central directory is broken", offset);
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        length = ZipLayout.CentralSize + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        if (length > bytes.Length)
            throw new ZipFaultException(ZipFault.Inconsistent, "the central directory is broken", offset);
        var extra = bytes.Slice(ZipLayout.CentralSize + nameLength, extraLength);
        long packedSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        long headerOffset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]);
        if (!ZipExtraFields.Widen(extra, ref size, ref packedSize, ref headerOffset))
            throw new ZipFaultException(ZipFault.Inconsistent, "a zip64 field is missing", offset);
        var attributes = BinaryPrimitives.ReadUInt32LittleEndian(bytes[38..]);
        var name = ReadName(bytes, bytes.Slice(ZipLayout.CentralSize, nameLength), extra, limits);
        var record = new ZipCentralRecord(
            bytes.Slice(ZipLayout.CentralSize, nameLength).ToArray(), AsFolder(name.Text, size, attributes, limits),
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), packedSize, size, headerOffset)
        {
            IsExecutable = (attributes >> 16 & UnixRunBits) != 0,
            IsNameAssumed = name.IsAssumed,
        };
        if (name.Fault is { } fault)
            record.Refuse(limits, fault, name.Reason);
        ZipEntryRules.Check(record, attributes, BinaryPrimitives.ReadUInt16LittleEndian(bytes[34..]), limits);
        return record;
    }

    private static ZipName ReadName(ReadOnlySpan<byte> record, ReadOnlySpan<byte> name, ReadOnlySpan<byte> extra, ZipReadLimits limits) =>
        limits.AnyTool ? ZipNameReader.Read(name, BinaryPrimitives.ReadUInt16LittleEndian(record[8..]), record[5], extra) : ZipNameReader.ReadStrictly(name, extra);

    /// <summary>Adds the slash to a folder's name, because some tools mark folders by their attributes only.</summary>
    private static string AsFolder(string name, long size, uint attributes, ZipReadLimits limits) =>
        limits.AnyTool && size == 0 && name.Length > 0 && !name.EndsWith('/') && ZipEntryRules.IsFolder(attributes) ? name + "/" : name;
}
