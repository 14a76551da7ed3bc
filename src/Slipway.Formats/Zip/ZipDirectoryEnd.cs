using System.Buffers.Binary;

namespace Slipway.Formats.Zip;

/// <summary>The end record of an archive, which locates the central directory (APPNOTE.TXT 4.3.14 to 4.3.16).</summary>
/// <param name="EntryCount">Number of entries.</param>
/// <param name="Offset">Offset of the directory.</param>
/// <param name="Size">Size of the directory in bytes.</param>
/// <param name="RecordOffset">Offset of the end record.</param>
internal sealed record ZipDirectoryEnd(long EntryCount, long Offset, long Size, long RecordOffset)
{
    /// <summary>
    /// Finds the end record. It must end at the end of the file, and a comment that looks like one is refused. In archives of any
    /// tool, zeros may follow, because bsdtar fills its last block when it writes to a pipe, and line ends, which upload scripts
    /// append.
    /// </summary>
    public static ZipDirectoryEnd Find(ByteSource source, ZipReadLimits limits)
    {
        var length = (int)Math.Min(source.Length, ZipLayout.EndSize + ushort.MaxValue);
        if (length < ZipLayout.EndSize)
            throw new ZipFaultException(ZipFault.NotZip, "the file is too short");
        var start = source.Length - length;
        var tail = source.ReadExactly(start, length);
        var found = -1;
        for (var at = length - ZipLayout.EndSize; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) != ZipLayout.EndSignature)
                continue;
            var end = at + ZipLayout.EndSize + BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 20));
            if (end != length && (end > length || !limits.AnyTool || tail.AsSpan(end).ContainsAnyExcept((byte)0, (byte)'\r', (byte)'\n')))
                throw new ZipFaultException(ZipFault.Inconsistent, "the end record is not at the end", start + at);
            found = at;
            break;
        }

        if (found < 0)
            throw new ZipFaultException(ZipFault.NotZip, "there is no end record");
        return Check(source, Parse(source, tail.AsSpan(found, ZipLayout.EndSize), start + found));
    }

    private static ZipDirectoryEnd Parse(ByteSource source, ReadOnlySpan<byte> record, long offset)
    {
        var count = BinaryPrimitives.ReadUInt16LittleEndian(record[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(record[12..]);
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        var wide = ParseZip64(source, offset);
        if (!IsOne(record[4..], wide) || !IsOne(record[6..], wide) || BinaryPrimitives.ReadUInt16LittleEndian(record[8..]) != count)
            throw new ZipFaultException(ZipFault.Split, "the archive is split over several files", offset);
        if (wide is null)
            return new ZipDirectoryEnd(count, directory, size, offset);
        var isSame = (count == ushort.MaxValue || count == wide.EntryCount)
            && (size == uint.MaxValue || size == wide.Size) && (directory == uint.MaxValue || directory == wide.Offset);
        return isSame ? wide : throw new ZipFaultException(ZipFault.Inconsistent, "the two end records differ", offset);
    }

    /// <summary>Returns whether the number is that of the first disk; all bits set means that the zip64 record has the number.</summary>
    private static bool IsOne(ReadOnlySpan<byte> disk, ZipDirectoryEnd? wide) =>
        BinaryPrimitives.ReadUInt16LittleEndian(disk) is var number && (number == 0 || (number == ushort.MaxValue && wide is not null));

    /// <summary>Reads the zip64 record, which has 64 bits for each number. Some tools write one for archives of any size.</summary>
    private static ZipDirectoryEnd? ParseZip64(ByteSource source, long endOffset)
    {
        var locatorOffset = endOffset - ZipLayout.Zip64LocatorSize;
        if (locatorOffset < 0)
            return null;
        var locator = source.ReadExactly(locatorOffset, ZipLayout.Zip64LocatorSize);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != ZipLayout.Zip64LocatorSignature)
            return null;
        var offset = BinaryPrimitives.ReadInt64LittleEndian(locator.AsSpan(8));
        var record = source.ReadExactly(offset, ZipLayout.Zip64EndSize);
        var count = BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(32));
        var isWhole = BinaryPrimitives.ReadUInt32LittleEndian(record) == ZipLayout.Zip64EndSignature
            && BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(4)) == ZipLayout.Zip64EndSize - 12
            && offset + ZipLayout.Zip64EndSize == locatorOffset
            && BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(16)) == 0
            && BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(24)) == count;
        if (!isWhole)
            throw new ZipFaultException(ZipFault.Inconsistent, "the zip64 end record is broken", offset);
        return new ZipDirectoryEnd(
            count, BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)), BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(40)), offset);
    }

    private static ZipDirectoryEnd Check(ByteSource source, ZipDirectoryEnd end)
    {
        // The offsets in an archive that was appended to a program count from the start of the archive.
        if (end.Offset >= 0 && end.Size >= 0 && end.Offset < end.RecordOffset - end.Size && source.ReadExactly(0, 2) is not [(byte)'P', (byte)'K'])
            throw new ZipFaultException(ZipFault.Preceded, "the file does not begin with an entry", 0);
        if (end.EntryCount < 0 || end.Offset < 0 || end.Size < 0 || end.Offset > source.Length || end.Size != end.RecordOffset - end.Offset)
            throw new ZipFaultException(ZipFault.Inconsistent, "the central directory does not end where its end record begins", end.RecordOffset);
        if (end.EntryCount > end.Size / ZipLayout.CentralSize)
            throw new ZipFaultException(ZipFault.Inconsistent, "the end record counts more entries than there is room for", end.RecordOffset);
        return end;
    }
}
