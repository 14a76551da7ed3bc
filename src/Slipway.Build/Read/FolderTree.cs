using Slipway.Build.Read.Selection;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>An app in a folder. It follows symbolic links only when they stay inside.</summary>
internal sealed class FolderTree : IAppTree
{
    private const int DeepestLevel = 64;

    private readonly string _root;

    public FolderTree(string path)
    {
        var full = Path.GetFullPath(path);
        _root = RealPath(full) ?? full;
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(full));
    }

    public string Name { get; }

    public string Location => _root;

    public AppFile? Find(string path)
    {
        var full = _root + "/" + path;
        if (FileProbe.Look(full, followLinks: true).Kind is not (FileKind.Regular or FileKind.Special))
            return null;
        RequireInside(full, path);
        return Describe(full, path);
    }

    public bool HasFolder(string path) =>
        FileProbe.Look(path.Length == 0 ? _root : _root + "/" + path, followLinks: true).Kind == FileKind.Folder;

    public IReadOnlyList<string> Folders(string path)
    {
        var names = HasFolder(path) ? Entries(_root + "/" + path, path, []).Where(full => FileProbe.Look(full).Kind == FileKind.Folder).Select(full => Path.GetFileName(full)) : [];
        return [.. names.Order(StringComparer.Ordinal).Take(IAppTree.MostFolders)];
    }

    public IReadOnlyList<AppFile> Walk(string folder, FileFilter filter)
    {
        var start = folder.Length == 0 ? _root : _root + "/" + folder;
        if (folder.Length > 0)
            RequireInside(start, folder);
        var files = new List<AppFile>();
        var problems = new List<Problem>();
        Visit(start, "", 0, files, problems, filter);
        if (problems.Count > 0)
            throw new ProblemException(problems);
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    public void Dispose()
    {
    }

    private void Visit(string folder, string prefix, int depth, List<AppFile> files, List<Problem> problems, FileFilter filter)
    {
        if (depth > DeepestLevel)
        {
            problems.Add(FileProblems.TooDeep.At(prefix, $"There are more than {DeepestLevel} levels of folders."));
            return;
        }

        foreach (var full in Entries(folder, prefix, problems))
        {
            var name = full[(folder.Length + 1)..];
            var path = prefix + name;
            if (PathText.IsUsableName(name))
                Take(full, path, depth, files, problems, filter);
            else if (!filter.LeavesOutName(path))
                problems.Add(FileProblems.NameUnusable.At(path, "The name contains a character that no address in a web app can have."));
        }
    }

    private void Take(string full, string path, int depth, List<AppFile> files, List<Problem> problems, FileFilter filter)
    {
        var (kind, stamp) = FileProbe.Look(full);
        if (kind == FileKind.Link)
        {
            if (!IsInside(full))
            {
                if (!filter.LeavesOutFolder(path) && !filter.LeavesOutName(path))
                    problems.Add(LinkLeaves(path));
                return;
            }

            if (LeadsUp(full))
            {
                problems.Add(FileProblems.TooDeep.At(path, "The link leads to a folder that contains the link."));
                return;
            }

            (kind, stamp) = FileProbe.Look(full, followLinks: true);
        }

        if (kind == FileKind.Folder)
        {
            if (!filter.LeavesOutFolder(path))
                Visit(full, path + "/", depth + 1, files, problems, filter);
        }
        else if (kind == FileKind.Regular)
        {
            Add(Describe(full, path, stamp), files, problems, filter);
        }
        else if (kind == FileKind.Special)
        {
            problems.Add(FileProblems.SpecialFile.At(path, "This is a pipe, a socket or a device."));
        }
        else if (kind is FileKind.Forbidden or FileKind.Missing)
        {
            problems.Add(FileProblems.Unreadable.At(path, "The file cannot be looked at."));
        }
    }

    private static void Add(AppFile file, List<AppFile> files, List<Problem> problems, FileFilter filter)
    {
        try
        {
            if (!filter.LeavesOut(file))
                files.Add(file);
        }
        catch (ProblemException e)
        {
            problems.AddRange(e.Problems);
        }
    }

    private static string[] Entries(string folder, string prefix, List<Problem> problems)
    {
        try
        {
            return Directory.GetFileSystemEntries(folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            problems.Add(FileProblems.Unreadable.At(prefix.Length == 0 ? folder : prefix, "The folder cannot be listed."));
            return [];
        }
    }

    private static AppFile Describe(string full, string path)
    {
        var (kind, stamp) = FileProbe.Look(full, followLinks: true);
        return kind == FileKind.Regular
            ? Describe(full, path, stamp)
            : throw new ProblemException(FileProblems.SpecialFile.At(path, "This is a pipe, a socket or a device."));
    }

    private static AppFile Describe(string full, string path, FileStamp stamp) =>
        new(path, stamp.Size, () => Open(full, path), stamp, full);

    private static FileStream Open(string full, string path)
    {
        try
        {
            return new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            throw new ProblemException(FileProblems.Unreadable.At(path, "The file cannot be opened for reading."), e);
        }
    }

    private void RequireInside(string full, string path)
    {
        if (!IsInside(full))
            throw new ProblemException(LinkLeaves(path));
    }

    private bool IsInside(string full) =>
        RealPath(full) is { } real && (real == _root || real.StartsWith(_root.TrimEnd('/') + "/", StringComparison.Ordinal));

    private static bool LeadsUp(string link) =>
        RealPath(Path.GetDirectoryName(link)!) is { } folder && RealPath(link) is { } target
        && (folder + "/").StartsWith(target.TrimEnd('/') + "/", StringComparison.Ordinal);

    private static Problem LinkLeaves(string path) =>
        FileProblems.LinkLeaves.At(path, "The link points to something outside of the app, or to nothing.");

    private static string? RealPath(string path)
    {
        var real = "/";
        var pending = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        for (var links = 0; pending.TryPop(out var part);)
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? "/";
                continue;
            }

            if (part == ".")
                continue;
            var next = real == "/" ? "/" + part : real + "/" + part;
            var target = new FileInfo(next).LinkTarget;
            if (target is null)
            {
                if (FileProbe.Look(next).Kind == FileKind.Missing)
                    return null;
                real = next;
                continue;
            }

            if (++links > 40)
                return null;
            if (target.StartsWith('/'))
                real = "/";
            foreach (var piece in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                pending.Push(piece);
        }

        return real;
    }
}
