using Slipway.Formats.Names;

namespace Slipway.Formats.Zip;

/// <summary>Checks the names of an archive, each and against each other.</summary>
internal static class ZipNameRules
{
    public static void Check(IReadOnlyList<ZipCentralRecord> records, ZipReadLimits limits)
    {
        if (limits.UncheckedNames)
            return;
        foreach (var record in records)
            CheckName(record, limits);
        if (limits.AnyTool)
            RefuseTwins(records, limits);
        else
            RefuseDuplicates(records);
    }

    private static void CheckName(ZipCentralRecord record, ZipReadLimits limits)
    {
        // The folder itself, as some tools list it.
        if (record.Text.Length == 0 && record.Name.Length > 0)
            return;
        if (EntryNames.FindFault(record.Text) is { } fault)
        {
            if (EntryNames.LeavesFolder(record.Text) || record.Text.Length == 0)
                throw record.Fault(ZipFault.Traversal, fault);
            record.Refuse(limits, ZipFault.Unportable, fault);
        }

        if (limits.AnyTool && EntryNames.FindPortabilityFault(record.Text) is { } portability)
            record.Refuse(limits, ZipFault.Unportable, portability);
    }

    private static void RefuseDuplicates(IReadOnlyList<ZipCentralRecord> records)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            if (!names.Add(record.Text))
                throw record.Fault(ZipFault.Duplicate, "the name is there twice");
        }
    }

    private static void RefuseTwins(IReadOnlyList<ZipCentralRecord> records, ZipReadLimits limits)
    {
        var twins = new NameTwins();
        foreach (var record in records)
            twins.Add(record.Text);
        foreach (var record in records)
        {
            if (twins.FindTwin(record.Text) is not { } twin)
                continue;
            if (twin == record.Text)
                record.Refuse(limits, ZipFault.Duplicate, "the name is there twice");
            else
                record.Refuse(limits, ZipFault.Twins, $"a file system that ignores case, or composes letters, takes the name for '{twin}'");
        }
    }
}
