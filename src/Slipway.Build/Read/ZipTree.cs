using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>An app in a zip archive. Nothing is unpacked to the disk: entries are read where they are needed.</summary>
internal sealed class ZipTree : IAppTree
{
    private readonly FileStream _stream;
    private readonly ZipReader _archive;
    private readonly string _top;
    private readonly SortedDictionary<string, ZipEntry> _files = new(StringComparer.Ordinal);

    public ZipTree(string path)
    {
        Location = Path.GetFullPath(path);
        Name = Path.GetFileNameWithoutExtension(path);
        _stream = Open(path);
        try
        {
            _archive = ArchiveFaults.Guard(path, () => ZipReader.Open(_stream, ZipReadLimits.ForApps));
        }
        catch
        {
            _stream.Dispose();
            throw;
        }

        var files = _archive.Entries.Where(e => !e.IsFolder).ToList();
        _top = CommonFolder(files);
        foreach (var entry in files.Where(e => e.Name.StartsWith(_top, StringComparison.Ordinal)))
            _files[entry.Name[_top.Length..]] = entry;
    }

    public string Name { get; }

    public string Location { get; }

    public AppFile? Find(string path) => _files.TryGetValue(path, out var entry) ? Describe(path, entry) : null;

    public bool HasFolder(string path) => path.Length == 0 || _files.Keys.Any(name => name.StartsWith(path + "/", StringComparison.Ordinal));

    public IReadOnlyList<AppFile> Walk(string folder, Litter litter)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var files = new List<AppFile>();
        foreach (var (name, entry) in _files)
        {
            if (!name.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var path = name[prefix.Length..];
            if (!PathText.IsUsableName(path[(path.LastIndexOf('/') + 1)..]))
                throw new ProblemException(FileProblems.NameUnusable.At(name, "The name contains a character that no address in a web app can have."));
            if (!IsLitter(path, litter))
                files.Add(Describe(path, entry));
        }

        return files;
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(FileProblems.Unreadable.At(path, "The file cannot be opened for reading."), e);
        }
    }

    // Many tools pack the folder itself instead of what is in it.
    private static string CommonFolder(List<ZipEntry> files)
    {
        var visible = files.Where(f => !f.Name.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        if (visible.Count == 0)
            return "";
        var slash = visible[0].Name.IndexOf('/', StringComparison.Ordinal);
        var top = visible[0].Name[..(slash + 1)];
        return top is not ("" or "www/") && visible.TrueForAll(f => f.Name.StartsWith(top, StringComparison.Ordinal)) ? top : "";
    }

    private static bool IsLitter(string path, Litter litter)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (litter.IsFolder(path[..slash]))
                return true;
        }

        return litter.IsFile(path);
    }

    private AppFile Describe(string path, ZipEntry entry) => new(path, entry.Size, () => _archive.OpenEntry(entry));
}
