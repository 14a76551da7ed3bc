using Slipway.Protocol.Problems;

namespace Slipway.Build.Read.Finding;

/// <summary>When no start page is found, suggests what the user may have meant: built pages in subfolders, as in a workspace of several packages, or
/// a page with another name.</summary>
internal static class PageHint
{
    private const int Deepest = 5;
    private const int MostFolders = 400;
    private const int Shown = 4;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "node_modules", "bower_components", "vendor", "platforms", "plugins", "android", "ios", "src", "test", "tests", "coverage", "__MACOSX",
    };

    private static readonly string[] OtherNames = ["Index.html", "INDEX.HTML", "index.htm", "Index.htm", "INDEX.HTM", "index.xhtml", "default.html", "default.htm", "home.html", "main.html", "200.html"];

    /// <summary>Returns the problem with a remedy that names what was found.</summary>
    /// <param name="problem">The refusal.</param>
    /// <param name="tree">What was given.</param>
    /// <param name="isBuilt">Returns whether a browser can show the page of a folder.</param>
    public static Problem AddTo(Problem problem, IAppTree tree, Func<string, bool> isBuilt)
    {
        var folders = Folders(tree).Where(folder => tree.Find(SourceApp.Join(folder, AppReader.StartFile)) is not null && isBuilt(folder))
            .Select(folder => Project(tree, folder)).Distinct().Take(Shown + 1).ToList();
        if (folders.Count > 0)
            return problem with { Remedy = $"Give {(tree is ZipTree ? "a zip of the folder" : "the folder")} that is meant. There is an app in {string.Join(", ", folders.Take(Shown))}{(folders.Count > Shown ? " and others" : "")}." };
        if (Array.Find(OtherNames, name => tree.Find(name) is not null) is { } page)
            return problem with { Remedy = $"Rename {page} to index.html." };
        if (tree is ZipTree archive && archive.OnlyArchive is { } inner)
            return problem with { Remedy = $"Give {inner}, which is in the archive." };
        return tree.Find("index.php") is null ? problem : problem with { Remedy = "Give the pages that the server makes from index.php, as files: an app cannot run PHP." };
    }

    // The www folder of a Cordova project is incomplete without the config.xml beside it, so the hint names the project.
    private static string Project(IAppTree tree, string folder) =>
        folder.EndsWith("/www", StringComparison.Ordinal) && tree.Find(folder[..^3] + "config.xml") is not null ? folder[..^4] : folder;

    // Breadth first, because the app is rarely deep in the tree.
    private static IEnumerable<string> Folders(IAppTree tree)
    {
        var queue = new Queue<(string Path, int Depth)>([("", 0)]);
        for (var looked = 0; looked < MostFolders && queue.TryDequeue(out var folder); looked++)
        {
            if (folder.Path.Length > 0)
                yield return folder.Path;
            if (folder.Depth == Deepest)
                continue;
            foreach (var name in tree.Folders(folder.Path).Where(name => !Skipped.Contains(name) && (name[0] != '.' || name == ".vitepress")))
                queue.Enqueue((SourceApp.Join(folder.Path, name), folder.Depth + 1));
        }
    }
}
