namespace Slipway.Formats.Zip;

/// <summary>Refuses entries that are not files or folders, or that cannot be unpacked.</summary>
internal static class ZipEntryRules
{
    private const int UnixTypeMask = 0xf000;
    private const int UnixFile = 0x8000;
    private const int UnixFolder = 0x4000;
    private const uint WindowsReparsePoint = 0x400;
    private const uint WindowsDevice = 0x40;
    private const uint WindowsFolder = 0x10;
    private const uint VolumeLabel = 0x08;

    /// <summary>Returns whether the attributes mark a folder. Upper half: the Unix mode; lower half: the DOS attributes.</summary>
    public static bool IsFolder(uint attributes) =>
        ((int)(attributes >> 16) & UnixTypeMask) is var type && (type == UnixFolder || (type == 0 && (attributes & WindowsFolder) != 0));

    public static void Check(ZipCentralRecord record, uint attributes, ushort disk, ZipReadLimits limits)
    {
        if (disk != 0)
            throw record.Fault(ZipFault.Split, "the archive is split over several files");
        if ((record.Flags & (ZipLayout.StrongEncryptionFlag | ZipLayout.MaskedHeaderFlag)) != 0)
            throw record.Fault(ZipFault.Encrypted, "the entry is encrypted");
        CheckKind(record, attributes, limits);
        if (record.IsFolder && limits.AnyTool)
            return;
        if ((record.Flags & ZipLayout.EncryptedFlag) != 0)
            record.Refuse(limits, ZipFault.Encrypted, "the entry is encrypted");
        if ((record.Flags & ZipLayout.PatchFlag) != 0)
            record.Refuse(limits, ZipFault.Unsupported, "the entry is a patch of something else");
        if (record.Method is not ((ushort)ZipMethod.Store or (ushort)ZipMethod.Deflate))
            record.Refuse(limits, ZipFault.Method, $"the entry is packed by {Describe(record.Method)}; store and deflate are supported");
    }

    private static void CheckKind(ZipCentralRecord record, uint attributes, ZipReadLimits limits)
    {
        var type = (int)(attributes >> 16) & UnixTypeMask;
        if (type is not (0 or UnixFile or UnixFolder))
            record.Refuse(limits, ZipFault.Link, "the entry is a link or a special file");
        if ((attributes & (WindowsReparsePoint | WindowsDevice | VolumeLabel)) != 0)
            record.Refuse(limits, ZipFault.Link, "the entry is a link or a special file of DOS");
        if (type == UnixFolder && !record.IsFolder)
            record.Refuse(limits, ZipFault.Inconsistent, "a folder has the name of a file");
    }

    /// <summary>Source of the numbers: APPNOTE.TXT 6.3.10, 4.4.5.</summary>
    private static string Describe(ushort method) => method switch
    {
        1 => "method 1 (shrink)",
        >= 2 and <= 5 => $"method {method} (reduce)",
        6 => "method 6 (implode)",
        9 => "method 9 (Deflate64)",
        12 => "method 12 (bzip2)",
        14 => "method 14 (LZMA)",
        20 or 93 => $"method {method} (Zstandard)",
        94 => "method 94 (MP3)",
        95 => "method 95 (xz)",
        96 => "method 96 (JPEG)",
        97 => "method 97 (WavPack)",
        98 => "method 98 (PPMd)",
        _ => $"method {method}",
    };
}
