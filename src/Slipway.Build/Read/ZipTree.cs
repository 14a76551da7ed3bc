using Slipway.Build.Read.Selection;
using Slipway.Formats.Zip;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>An app in a zip archive. Nothing is unpacked to the disk; entries are read when they are needed.</summary>
internal sealed class ZipTree : IAppTree
{
    private const int MostProblems = 50;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly ZipReader _archive;
    private readonly SortedDictionary<string, ZipEntry> _files = new(StringComparer.Ordinal);

    public ZipTree(string path)
        : this(path, Open(path))
    {
    }

    /// <param name="path">Path of the archive, for problems.</param>
    /// <param name="stream">The archive; closed with the tree.</param>
    internal ZipTree(string path, Stream stream)
    {
        _path = path;
        Location = Path.GetFullPath(path);
        Name = Path.GetFileNameWithoutExtension(path);
        _stream = stream;
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
        var top = CommonFolder(files);
        foreach (var entry in files.Where(e => e.Name.StartsWith(top, StringComparison.Ordinal)))
            _files.TryAdd(entry.Name[top.Length..], entry);
    }

    public string Name { get; }

    public string Location { get; }

    /// <summary>Returns the archive inside this one when this one contains nothing else, as build servers pack their artifacts; otherwise null.</summary>
    internal string? OnlyArchive => _files.Count == 1 && _files.Keys.First() is var only && only.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? only : null;

    public AppFile? Find(string path)
    {
        if (!_files.TryGetValue(path, out var entry))
            return null;
        return entry.Refusal is { } refusal ? throw new ProblemException(ArchiveFaults.Describe(_path, refusal), refusal) : Describe(path, entry);
    }

    public bool HasFolder(string path) => path.Length == 0 || _files.Keys.Any(name => name.StartsWith(path + "/", StringComparison.Ordinal));

    public IReadOnlyList<string> Folders(string path)
    {
        var prefix = path.Length == 0 ? "" : path + "/";
        var names = _files.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.IndexOf('/', prefix.Length) > 0).Select(name => name[prefix.Length..name.IndexOf('/', prefix.Length)]);
        return [.. names.Distinct().Order(StringComparer.Ordinal).Take(IAppTree.MostFolders)];
    }

    public IReadOnlyList<AppFile> Walk(string folder, FileFilter filter)
    {
        var prefix = folder.Length == 0 ? "" : folder + "/";
        var files = new List<AppFile>();
        var problems = new List<Problem>();
        foreach (var (name, entry) in _files)
        {
            if (problems.Count == MostProblems)
                break;
            if (!name.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var path = name[prefix.Length..];
            if (IsBelowLeftOut(path, filter) || (entry.Refusal is not null && filter.LeavesOutName(path)))
                continue;
            if (entry.Refusal is { } refusal)
            {
                problems.Add(ArchiveFaults.Describe(_path, refusal));
            }
            else if (!PathText.IsUsableName(path[(path.LastIndexOf('/') + 1)..]))
            {
                if (!filter.LeavesOutName(path))
                    problems.Add(FileProblems.NameUnusable.At(name, "The name contains a character that no address in a web app can have."));
            }
            else if (Describe(path, entry) is var file && !filter.LeavesOut(file))
            {
                files.Add(file);
            }
        }

        return problems.Count > 0 ? throw new ProblemException(problems) : files;
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

    // Many tools pack the folder itself instead of its content.
    private static string CommonFolder(List<ZipEntry> files)
    {
        var visible = files.Where(f => !f.Name.Split('/').Any(JunkFiles.Is)).ToList();
        if (visible.Count == 0)
            return "";
        var slash = visible[0].Name.IndexOf('/', StringComparison.Ordinal);
        var top = visible[0].Name[..(slash + 1)];
        return top is not ("" or "www/") && visible.TrueForAll(f => f.Name.StartsWith(top, StringComparison.Ordinal)) ? top : "";
    }

    private static bool IsBelowLeftOut(string path, FileFilter filter)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (filter.LeavesOutFolder(path[..slash]))
                return true;
        }

        return false;
    }

    private AppFile Describe(string path, ZipEntry entry) => new(path, entry.Size, () => _archive.OpenEntry(entry)) { IsNameAssumed = entry.IsNameAssumed };
}
