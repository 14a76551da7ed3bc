namespace Slipway.Build.Read.Selection;

/// <summary>The files that options name: keys, passwords, profiles. They are recognised by inode or content, even where their names reveal nothing.</summary>
internal sealed class GivenFiles
{
    private const int Largest = 1 << 20;

    private readonly List<GivenFile> _files = [];

    public GivenFiles(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var (kind, stamp) = FileProbe.Look(path, followLinks: true);
            if (kind == FileKind.Regular)
                _files.Add(new(Path.GetFileName(path), stamp, Read(path, stamp)));
        }
    }

    /// <summary>Returns whether a file is one of them, or a copy with the same name.</summary>
    public bool Contains(AppFile file) => _files.Exists(given => IsSame(given, file));

    private static bool IsSame(GivenFile given, AppFile file)
    {
        if (file.Stamp is { } stamp && (stamp.Device, stamp.Inode) == (given.Stamp.Device, given.Stamp.Inode))
            return true;
        return given.Content is { } content && file.Length == content.Length && file.Path[(file.Path.LastIndexOf('/') + 1)..] == given.Name
            && file.ReadAll(Largest) is { } other && other.AsSpan().SequenceEqual(content);
    }

    // The signer opens the file later and reports what is wrong with it.
    private static byte[]? Read(string path, FileStamp stamp)
    {
        try
        {
            return stamp.Size > Largest ? null : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed record GivenFile(string Name, FileStamp Stamp, byte[]? Content);
}
