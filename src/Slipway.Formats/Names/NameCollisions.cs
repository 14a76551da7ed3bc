namespace Slipway.Formats.Names;

/// <summary>Finds names that are the same file on a file system that ignores case or composes letters.</summary>
public sealed class NameCollisions
{
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _again = new(StringComparer.Ordinal);

    /// <summary>Adds a name, a folder's with a slash at its end; returns false when it is the twin of an added one.</summary>
    public bool Add(string name)
    {
        var key = KeyOf(name);
        var isFolder = key.EndsWith('/');
        key = key.TrimEnd('/');
        var isTwin = isFolder ? _files.ContainsKey(key) : !_files.TryAdd(key, name) || _folders.ContainsKey(key);
        if (isFolder)
            _folders.TryAdd(key, name);
        else if (isTwin)
            _again.TryAdd(key, name);
        for (var slash = key.LastIndexOf('/'); slash > 0; slash = key.LastIndexOf('/', slash - 1))
        {
            isTwin |= _files.ContainsKey(key[..slash]);
            if (!_folders.TryAdd(key[..slash], name))
                break;
        }

        return !isTwin;
    }

    /// <summary>Returns the twin of a name after all names were added: the name itself when it occurs twice; null when there is none.</summary>
    public string? FindTwin(string name)
    {
        var key = KeyOf(name);
        var path = key.TrimEnd('/');
        if (key.EndsWith('/') ? _files.TryGetValue(path, out var twin) : _folders.TryGetValue(path, out twin) || FindAgain(path, name, out twin))
            return twin;
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (_files.TryGetValue(path[..slash], out twin))
                return twin;
        }

        return null;
    }

    private bool FindAgain(string key, string name, out string? twin)
    {
        var isThere = _again.TryGetValue(key, out twin);
        if (isThere && twin == name)
            twin = _files[key];
        return isThere;
    }

    private static string KeyOf(string name) => ComposedLetters.TakeApart(ComposedLetters.TakeApart(name).ToUpperInvariant());
}
