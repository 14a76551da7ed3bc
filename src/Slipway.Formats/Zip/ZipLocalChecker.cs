using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Zip;

/// <summary>Compares the local headers and data descriptors with the central directory (APPNOTE.TXT 4.3.7, 4.3.9).</summary>
internal sealed class ZipLocalChecker(ByteSource source, long directoryOffset, ZipReadLimits limits)
{
    private const int DescriptorWithSignature = 16;
    private const int WideDescriptorWithSignature = 24;

    /// <summary>Checks an entry; returns it with the end of the bytes that belong to it.</summary>
    public (ZipEntry Entry, long End) Check(ZipCentralRecord record)
    {
        var nameLength = record.Name.Length;
        if (record.HeaderOffset > directoryOffset - ZipLayout.LocalSize - nameLength)
            throw record.Fault(ZipFault.Inconsistent, "the local header extends beyond the entries");
        var header = source.ReadExactly(record.HeaderOffset, ZipLayout.LocalSize + nameLength);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != ZipLayout.LocalSignature)
            throw record.Fault(ZipFault.Inconsistent, "there is no local header");
        var isSame = ((BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(6)) ^ record.Flags) & ~IdleFlags(record)) == 0
            && BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(8)) == record.Method
            && BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) == nameLength
            && header.AsSpan(ZipLayout.LocalSize).SequenceEqual(record.Name);
        if (!isSame)
            throw record.Fault(ZipFault.Inconsistent, "the local header differs from the directory");

        var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var data = record.HeaderOffset + header.Length + extraLength;
        if (data > directoryOffset || record.PackedSize > directoryOffset - data)
            throw record.Fault(ZipFault.Inconsistent, "the data reaches beyond the entries");
        CheckSizes(record, header, source.ReadExactly(data - extraLength, extraLength));
        var end = data + record.PackedSize;
        if (record.HasDescriptor)
            end += DescriptorLength(record, end);
        var entry = new ZipEntry(record.Text, (ZipMethod)record.Method, record.Crc, record.PackedSize, record.Size, data)
        {
            IsExecutable = record.IsExecutable,
            IsNameAssumed = record.IsNameAssumed,
            Refusal = record.Refusal,
        };
        return (entry, end);
    }

    /// <summary>Flags that may differ between the headers: the deflate level, and the charset when the name is ASCII.</summary>
    private int IdleFlags(ZipCentralRecord record) => !limits.AnyTool ? 0 : ZipLayout.DeflateFlags | (Ascii.IsValid(record.Name) ? ZipLayout.Utf8Flag : 0);

    private static void CheckSizes(ZipCentralRecord record, ReadOnlySpan<byte> header, ReadOnlySpan<byte> extra)
    {
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(header[14..]);
        long packedSize = BinaryPrimitives.ReadUInt32LittleEndian(header[18..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(header[22..]);
        // A descriptor after the data holds the values that were unknown when the header was written; bsdtar and a piped Info-ZIP know the size already.
        var isLater = record.HasDescriptor;
        if (isLater)
            (packedSize, size) = (packedSize == uint.MaxValue ? 0 : packedSize, size == uint.MaxValue ? 0 : size);
        long offset = 0;
        var isSame = ZipExtraFields.Widen(extra, ref size, ref packedSize, ref offset)
            && (crc == record.Crc || (isLater && crc == 0))
            && (packedSize == record.PackedSize || (isLater && packedSize == 0))
            && (size == record.Size || (isLater && size == 0));
        if (!isSame)
            throw record.Fault(ZipFault.Inconsistent, "sizes or checksum of the local header differ from the directory");
    }

    /// <summary>
    /// Returns the length of a data descriptor, which has 32 or 64 bits for a size, with or without a signature; refuses a wrong one.
    /// </summary>
    private int DescriptorLength(ZipCentralRecord record, long offset)
    {
        Span<byte> bytes = stackalloc byte[WideDescriptorWithSignature];
        bytes = bytes[..source.Read(offset, bytes[..(int)Math.Min(WideDescriptorWithSignature, directoryOffset - offset)])];
        Span<byte> expected = stackalloc byte[WideDescriptorWithSignature];
        BinaryPrimitives.WriteUInt32LittleEndian(expected, ZipLayout.DescriptorSignature);
        BinaryPrimitives.WriteUInt32LittleEndian(expected[4..], record.Crc);
        BinaryPrimitives.WriteInt64LittleEndian(expected[8..], record.PackedSize);
        BinaryPrimitives.WriteInt64LittleEndian(expected[16..], record.Size);
        if (bytes.StartsWith(expected))
            return WideDescriptorWithSignature;
        if (bytes.StartsWith(expected[4..]))
            return WideDescriptorWithSignature - 4;
        BinaryPrimitives.WriteUInt32LittleEndian(expected[12..], (uint)record.Size);
        expected = expected[..DescriptorWithSignature];
        if (bytes.StartsWith(expected))
            return DescriptorWithSignature;
        if (bytes.StartsWith(expected[4..]))
            return DescriptorWithSignature - 4;
        throw record.Fault(ZipFault.Inconsistent, "the data descriptor differs from the directory");
    }
}
