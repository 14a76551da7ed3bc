using Slipway.Formats.Names;

namespace Slipway.Formats.Zip;

/// <summary>Checks each name of an archive, and the names against each other.</summary>
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
        // The archive's own folder, which some tools list.
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
                throw record.Fault(ZipFault.Duplicate, "the name occurs twice");
        }
    }

    private static void RefuseTwins(IReadOnlyList<ZipCentralRecord> records, ZipReadLimits limits)
    {
        var twins = new NameCollisions();
        foreach (var record in records)
            twins.Add(record.Text);
        foreach (var record in records)
        {
            if (twins.FindTwin(record.Text) is not { } twin)
                continue;
            if (twin == record.Text)
                record.Refuse(limits, ZipFault.Duplicate, "the name occurs twice");
            else
                record.Refuse(limits, ZipFault.Twins, $"the name is the same as '{twin}' on a file system that ignores case or composes letters");
        }
    }
}
