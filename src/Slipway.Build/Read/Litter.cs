namespace Slipway.Build.Read;

/// <summary>What lies about in folders and is no part of an app. Remembers what was left out, so that it can be said.</summary>
/// <param name="packageFolders">Also leave out folders of package managers at the top of the tree.</param>
public sealed class Litter(bool packageFolders)
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase) { ".git", ".hg", ".svn", "__MACOSX" };

    private static readonly HashSet<string> Files = new(StringComparer.OrdinalIgnoreCase) { ".DS_Store", "Thumbs.db", "desktop.ini", ".gitignore", ".gitattributes" };

    private readonly SortedSet<string> _skipped = new(StringComparer.Ordinal);

    /// <summary>Paths that were left out.</summary>
    public IReadOnlyCollection<string> Skipped => _skipped;

    /// <summary>Should a folder be left out?</summary>
    public bool IsFolder(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var skip = Folders.Contains(name) || (packageFolders && path is "node_modules" or "bower_components");
        if (skip)
            _skipped.Add(path + "/");
        return skip;
    }

    /// <summary>Should a file be left out?</summary>
    public bool IsFile(string path)
    {
        var skip = Files.Contains(path[(path.LastIndexOf('/') + 1)..]);
        if (skip)
            _skipped.Add(path);
        return skip;
    }
}
