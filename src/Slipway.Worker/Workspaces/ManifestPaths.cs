using System.Text;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;

namespace Slipway.Worker.Workspaces;

/// <summary>Checks the paths of an app's files before any of them is used on a disk.</summary>
internal static class ManifestPaths
{
    private const int LongestPath = 2048;
    private const int LongestName = 255;
    private const int MostFiles = 100_000;
    private const int Deepest = 64;
    private const int HashDigits = 64;

    // Twice the service's limit.
    private const long MostBytes = 8L << 30;

    /// <summary>Checks a list of files for paths that lead out of the folder or contradict each other.</summary>
    /// <exception cref="ProblemException">The list is refused; the problems name each fault, up to a maximum number.</exception>
    public static void Check(RevisionManifest manifest)
    {
        const int mostProblems = 20;
        if (manifest.Files.Count is 0 or > MostFiles)
            throw new ProblemException(SandboxProblems.ManifestRefused.At("files", $"The app has {manifest.Files.Count} files; it may have up to {MostFiles}."));
        if (manifest.Kind == RevisionKind.Archive && manifest.Files.Count != 1)
            throw new ProblemException(SandboxProblems.ManifestRefused.At("files", "An archive is one file."));
        if (manifest.Files.Sum(file => (decimal)file.Size) > MostBytes)
            throw new ProblemException(SandboxProblems.ManifestRefused.At("files", $"The app has more than {MostBytes >> 30} GiB."));
        var files = new HashSet<string>(StringComparer.Ordinal);
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var file in manifest.Files.TakeWhile(_ => problems.Count < mostProblems))
        {
            if (Fault(file) is { } fault)
                problems.Add(SandboxProblems.ManifestRefused.At(Shorten(file.Path), fault));
            else if (!files.Add(file.Path))
                problems.Add(SandboxProblems.ManifestRefused.At(file.Path, "The list contains this path twice."));
            else
                AddFolders(file.Path, folders);
        }

        problems.AddRange(files.Where(folders.Contains).Take(mostProblems).Select(path =>
            SandboxProblems.ManifestRefused.At(path, "This path is both a file and a folder.")));
        if (problems.Count > 0)
            throw new ProblemException(problems);
    }

    private static string? Fault(RevisionFile file)
    {
        if (file.Size < 0)
            return "The size is negative.";
        if (file.Sha256.Length != HashDigits || !file.Sha256.All(char.IsAsciiHexDigitLower))
            return "The hash is not a SHA-256 in lower-case hexadecimal digits.";
        if (file.Path.Length == 0 || file.Path.Contains('\0', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(file.Path) > LongestPath)
            return $"A path has 1 to {LongestPath} bytes, none of them zero.";
        if (file.Path.EnumerateRunes().Contains(Rune.ReplacementChar))
            return "The path is not valid Unicode.";
        var names = file.Path.Split('/');
        if (names.Length > Deepest)
            return $"There are more than {Deepest} levels of folders.";
        return Array.Exists(names, name => name is "" or "." or ".." || Encoding.UTF8.GetByteCount(name) > LongestName)
            ? $"The path leads out of the app, or a name in it has more than {LongestName} bytes."
            : null;
    }

    private static void AddFolders(string path, HashSet<string> folders)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0 && folders.Add(path[..slash]); slash = path.LastIndexOf('/', slash - 1))
        {
        }
    }

    private static string Shorten(string path) => path.Length <= 100 ? path : path[..100] + "…";
}
