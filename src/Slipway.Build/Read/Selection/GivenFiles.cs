namespace Slipway.Build.Read.Selection;

/// <summary>Files that options name: keys, passwords, profiles. They are known again by what they are, also where they have no telling name.</summary>
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

    /// <summary>Is a file one of them, or a copy under the same name?</summary>
    public bool Contains(AppFile file) => _files.Exists(given => IsSame(given, file));

    private static bool IsSame(GivenFile given, AppFile file)
    {
        if (file.Stamp is { } stamp && (stamp.Device, stamp.Inode) == (given.Stamp.Device, given.Stamp.Inode))
            return true;
        return given.Content is { } content && file.Length == content.Length && file.Path[(file.Path.LastIndexOf('/') + 1)..] == given.Name
            && file.ReadAll(Largest) is { } other && other.AsSpan().SequenceEqual(content);
    }

    // Whoever opens it to sign says what is wrong with it.
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
