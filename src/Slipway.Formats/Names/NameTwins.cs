namespace Slipway.Formats.Names;

/// <summary>Finds names that a file system which ignores case, or composes letters, takes for one another.</summary>
public sealed class NameTwins
{
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>Adds a name, a folder's with a slash at its end; false when it is the twin of one that is there.</summary>
    public bool Add(string name)
    {
        var key = ComposedLetters.TakeApart(ComposedLetters.TakeApart(name).ToUpperInvariant());
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

        return !isTwin;
    }
}
