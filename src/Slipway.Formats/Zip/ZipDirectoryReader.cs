using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Zip;

/// <summary>Reads the central directory (APPNOTE.TXT 4.3.12) and refuses what no honest archive has.</summary>
internal static class ZipDirectoryReader
{
    private const int UnixTypeMask = 0xf000;
    private const int UnixFile = 0x8000;
    private const int UnixFolder = 0x4000;
    private const uint UnixRunBits = 0x49;
    private const uint WindowsReparsePoint = 0x400;
    private const uint WindowsDevice = 0x40;
    private const uint VolumeLabel = 0x08;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static List<ZipCentralRecord> Read(ByteSource source, ZipDirectoryEnd end, ZipReadLimits limits)
    {
        if (end.EntryCount > limits.MaxEntries)
            throw new ZipFaultException(ZipFault.TooLarge, $"the archive has {end.EntryCount} entries, and may have {limits.MaxEntries}");
        if (end.Size > int.MaxValue)
            throw new ZipFaultException(ZipFault.TooLarge, "the central directory is too large", end.Offset);
        var directory = source.ReadExactly(end.Offset, (int)end.Size);
        var records = new List<ZipCentralRecord>();
        var at = 0;
        while (at < directory.Length)
        {
            records.Add(ReadRecord(directory.AsSpan(at), end.Offset + at, out var length));
            at += length;
        }

        if (records.Count != end.EntryCount)
            throw new ZipFaultException(ZipFault.Inconsistent, $"the end record counts {end.EntryCount} entries, the directory has {records.Count}", end.Offset);
        return records;
    }

    private static ZipCentralRecord ReadRecord(ReadOnlySpan<byte> bytes, long offset, out int length)
    {
        if (bytes.Length < ZipLayout.CentralSize || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != ZipLayout.CentralSignature)
            throw new ZipFaultException(ZipFault.Inconsistent, "the central directory is broken", offset);
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]);
        length = ZipLayout.CentralSize + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        if (length > bytes.Length)
            throw new ZipFaultException(ZipFault.Inconsistent, "the central directory is broken", offset);
        var name = bytes.Slice(ZipLayout.CentralSize, nameLength).ToArray();
        var extra = bytes.Slice(ZipLayout.CentralSize + nameLength, extraLength);
        long packedSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]);
        long headerOffset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]);
        if (!ZipExtraFields.Widen(extra, ref size, ref packedSize, ref headerOffset))
            throw new ZipFaultException(ZipFault.Inconsistent, "a zip64 field is missing", offset);
        var record = new ZipCentralRecord(
            name, Decode(name, offset), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]), packedSize, size, headerOffset)
        {
            IsExecutable = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[38..]) >> 16 & UnixRunBits) != 0,
        };
        CheckKind(record, BinaryPrimitives.ReadUInt32LittleEndian(bytes[38..]));
        CheckFeatures(record, BinaryPrimitives.ReadUInt16LittleEndian(bytes[34..]));
        CheckUnicodePath(record, extra);
        return record;
    }

    private static string Decode(byte[] name, long offset)
    {
        try
        {
            return StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException broken)
        {
            throw new ZipFaultException(ZipFault.Unsupported, "a name is not UTF-8", offset, inner: broken);
        }
    }

    /// <summary>Upper half: the Unix mode; lower half: the DOS attributes.</summary>
    private static void CheckKind(ZipCentralRecord record, uint attributes)
    {
        var type = (int)(attributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixFile or UnixFolder))
            throw record.Fault(ZipFault.Link, "the entry is a link or a special file");
        if ((attributes & (WindowsReparsePoint | WindowsDevice | VolumeLabel)) != 0)
            throw record.Fault(ZipFault.Link, "the entry is a link or a special file of DOS");
        if (type == UnixFolder && !record.Text.EndsWith('/'))
            throw record.Fault(ZipFault.Inconsistent, "a folder has the name of a file");
    }

    private static void CheckFeatures(ZipCentralRecord record, ushort disk)
    {
        if ((record.Flags & (ZipLayout.EncryptedFlag | ZipLayout.StrongEncryptionFlag | ZipLayout.MaskedHeaderFlag)) != 0)
            throw record.Fault(ZipFault.Encrypted, "the entry is encrypted");
        if ((record.Flags & ZipLayout.PatchFlag) != 0)
            throw record.Fault(ZipFault.Unsupported, "the entry is a patch of something else");
        if (record.Method is not ((ushort)ZipMethod.Store or (ushort)ZipMethod.Deflate))
            throw record.Fault(ZipFault.Unsupported, $"the entry is packed by method {record.Method}; store and deflate are supported");
        if (disk != 0)
            throw record.Fault(ZipFault.Unsupported, "the archive is split over several files");
    }

    /// <summary>A second name that some readers prefer to the first (Info-ZIP).</summary>
    private static void CheckUnicodePath(ZipCentralRecord record, ReadOnlySpan<byte> extra)
    {
        var field = ZipExtraFields.Find(extra, ZipLayout.UnicodePathExtra);
        if (field.Length > 5 && !field[5..].SequenceEqual(record.Name))
            throw record.Fault(ZipFault.Inconsistent, "the entry has two names");
    }
}
