using Slipway.Formats.Names;

namespace Slipway.Formats.Zip;

/// <summary>Checks the names of an archive against each other.</summary>
internal sealed class ZipNameRules(ZipReadLimits limits)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly NameTwins _twins = new();

    public void Check(ZipCentralRecord record)
    {
        if (limits.UncheckedNames)
            return;
        var name = record.Text;
        if (EntryNames.FindFault(name) is { } fault)
            throw record.Fault(ZipFault.Traversal, fault);
        if (limits.PortableNames && EntryNames.FindPortabilityFault(name) is { } portability)
            throw record.Fault(ZipFault.Traversal, portability);
        if (!_names.Add(name))
            throw record.Fault(ZipFault.Duplicate, "the name is there twice");
        if (limits.PortableNames && !_twins.Add(name))
            throw record.Fault(ZipFault.Duplicate, "a file system that ignores case, or composes letters, takes the name for another that is there");
    }
}
