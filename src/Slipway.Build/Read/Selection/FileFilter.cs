using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Selection;

/// <summary>Decides which files become part of an app, and remembers which were left out, to report them.</summary>
public sealed class FileFilter
{
    private const int Shown = 8;

    private readonly bool _packageFolders;
    private readonly List<PathGlob> _include = [];
    private readonly GivenFiles _given;
    private readonly SortedSet<string> _litter = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly HashSet<PathGlob> _used = [];

    /// <param name="choice">The user's options about files.</param>
    /// <param name="packageFolders">Also leave out folders of package managers at the top of the tree.</param>
    /// <exception cref="ProblemException">A pattern is invalid.</exception>
    public FileFilter(FileChoice choice, bool packageFolders)
    {
        _packageFolders = packageFolders;
        _given = new GivenFiles(choice.PrivateFiles);
        if (choice.Include.Count > LaunchOptions.MostIncludes)
            throw new ProblemException(FileProblems.IncludeInvalid.At("--include", $"There are {choice.Include.Count} patterns; {LaunchOptions.MostIncludes} are allowed."));
        foreach (var text in choice.Include)
        {
            _include.Add((text.Length <= LaunchOptions.LongestInclude ? PathGlob.Parse(text) : null)
                ?? throw new ProblemException(FileProblems.IncludeInvalid.At("--include", $"'{(text.Length > 80 ? text[..79] + "…" : text)}' names no file of the app.")));
        }
    }

    /// <summary>Returns notices of the files that were left out, and of patterns that matched nothing.</summary>
    public IEnumerable<Problem> Notices()
    {
        if (_secrets.Count > 0)
            yield return FileProblems.SecretsLeftOut.At(_secrets.Min!, $"Left out because of possible keys or passwords: {Count(_secrets)}: {List(_secrets)}.");
        if (_litter.Count > 0)
            yield return FileProblems.Skipped.At(_litter.Min!, $"Left out as leftovers of tools, desktops and earlier builds: {List(_litter)}.");
        foreach (var unused in _include.Where(glob => !_used.Contains(glob)))
            yield return FileProblems.IncludeUnused.At("--include", $"The pattern '{unused.Text}' matches no file that would be left out.");
    }

    /// <summary>Returns whether a folder is left out with all its content.</summary>
    public bool LeavesOutFolder(string path)
    {
        var name = NameOf(path);
        var isSecret = SecretNames.Is(name);
        if (!isSecret && !JunkFiles.Is(name) && !(_packageFolders && JunkFiles.IsPackageFolder(path)))
            return false;
        if (IsIncluded(path) || _include.Exists(glob => glob.ReachesInto(path)))
            return false;
        (isSecret ? _secrets : _litter).Add(path + "/");
        return true;
    }

    /// <summary>Returns whether a file is left out.</summary>
    public bool LeavesOut(AppFile file)
    {
        if (LeavesOutName(file.Path))
            return true;
        // A key that signs the package is never part of it, whatever the patterns include.
        if (!_given.Contains(file) && (!SecretContent.IsIn(file) || IsIncluded(file.Path)))
            return false;
        _secrets.Add(file.Path);
        return true;
    }

    /// <summary>Returns whether anything with this name is left out, even something that cannot be opened.</summary>
    public bool LeavesOutName(string path)
    {
        var name = NameOf(path);
        var isSecret = SecretNames.Is(name) || SecretNames.IsKeyFile(name) || IsInFolderOf(path, SecretNames.Is);
        if (!isSecret && !JunkFiles.Is(name) && !JunkFiles.IsPackage(name) && !IsInFolderOf(path, JunkFiles.Is) && !IsInPackageFolder(path))
            return false;
        if (IsIncluded(path))
            return false;
        (isSecret ? _secrets : _litter).Add(path);
        return true;
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    // Such a folder is searched only when a pattern leads into it.
    private bool IsInFolderOf(string path, Func<string, bool> isKind) =>
        _include.Count > 0 && path.Split('/')[..^1].Any(isKind);

    private bool IsInPackageFolder(string path) => _packageFolders && _include.Count > 0 && JunkFiles.IsPackageFolder(path.Split('/')[0]);

    private bool IsIncluded(string path)
    {
        foreach (var glob in _include.Where(glob => glob.Matches(path)))
        {
            _used.Add(glob);
            return true;
        }

        return false;
    }

    private static string Count(SortedSet<string> paths) => paths.Count == 1 ? "1 file or folder" : $"{paths.Count} files and folders";

    private static string List(SortedSet<string> paths) =>
        string.Join(", ", paths.Take(Shown)) + (paths.Count > Shown ? $" and {paths.Count - Shown} more" : "");
}

/// <summary>The user's options about which files become part of an app.</summary>
/// <param name="Include">Patterns of files that are kept although they would be left out.</param>
/// <param name="PrivateFiles">Paths of files that are always left out: the credentials that options name.</param>
public sealed record FileChoice(IReadOnlyList<string> Include, IReadOnlyList<string> PrivateFiles)
{
    /// <summary>No options.</summary>
    public static FileChoice None { get; } = new([], []);
}
