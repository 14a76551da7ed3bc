namespace Slipway.Formats.Zip;

/// <summary>Checks the names of an archive against each other.</summary>
internal sealed class ZipNameRules(ZipReadLimits limits)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    public void Check(ZipCentralRecord record)
    {
        var name = record.Text;
        if (ZipNames.FindFault(name) is { } fault)
            throw record.Fault(ZipFault.Traversal, fault);
        if (limits.PortableNames && ZipNames.FindPortabilityFault(name) is { } portability)
            throw record.Fault(ZipFault.Traversal, portability);
        if (!_names.Add(name))
            throw record.Fault(ZipFault.Duplicate, "the name is there twice");
        if (limits.PortableNames)
            CheckTwins(record, ComposedLetters.TakeApart(ComposedLetters.TakeApart(name).ToUpperInvariant()));
    }

    private void CheckTwins(ZipCentralRecord record, string key)
    {
        var isFolder = key.EndsWith('/');
        key = key.TrimEnd('/');
        var isTwin = isFolder ? _files.Contains(key) : !_files.Add(key) || _folders.Contains(key);
        if (isFolder)
            _folders.Add(key);
        for (var slash = key.LastIndexOf('/'); slash > 0 && !isTwin; slash = key.LastIndexOf('/', slash - 1))
        {
            isTwin = _files.Contains(key[..slash]);
            if (!_folders.Add(key[..slash]))
                break;
        }

        if (isTwin)
            throw record.Fault(ZipFault.Duplicate, "a file system that ignores case, or composes letters, takes the name for another that is there");
    }
}
