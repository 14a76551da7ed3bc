namespace Slipway.Formats.Zip;

/// <summary>Checks the unpacked size of an archive before anything is unpacked.</summary>
internal static class ZipSizeRules
{
    public static void Check(IReadOnlyList<ZipCentralRecord> records, ZipReadLimits limits)
    {
        long total = 0;
        long tight = 0;
        foreach (var record in records)
        {
            total += Math.Min(record.Size, limits.MaxTotalSize + 1);
            if (total > limits.MaxTotalSize)
                throw record.Fault(ZipFault.TooLarge, $"the archive unpacks to more than {limits.MaxTotalSize} bytes");
            if (IsTight(record, limits))
                tight += record.Size;
            CheckForm(record, limits);
        }

        if (tight <= limits.MaxTightSize)
            return;
        foreach (var record in records.Where(record => IsTight(record, limits)))
            record.Refuse(limits, ZipFault.TooLarge, $"entries that unpack to more than {limits.MaxRatio} times their size unpack to more than {limits.MaxTightSize} bytes");
    }

    private static bool IsTight(ZipCentralRecord record, ZipReadLimits limits) => record.Size / limits.MaxRatio > record.PackedSize;

    private static void CheckForm(ZipCentralRecord record, ZipReadLimits limits)
    {
        if (record.IsFolder)
        {
            // The sizes of a folder are ignored, because some tools store its size on the disk there.
            if (record.Size != 0 && !limits.AnyTool)
                throw record.Fault(ZipFault.Inconsistent, "a folder has content");
        }
        else if (record.Method == (ushort)ZipMethod.Store && record.Size != record.PackedSize && record.Refusal is null)
        {
            throw record.Fault(ZipFault.Inconsistent, "a stored entry has two sizes");
        }
    }
}
