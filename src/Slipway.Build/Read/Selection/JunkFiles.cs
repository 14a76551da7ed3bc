namespace Slipway.Build.Read.Selection;

/// <summary>Names of files that lie about in folders and are not part of an app.</summary>
internal static class JunkFiles
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ".git", ".hg", ".svn", ".bzr", ".gitignore", ".gitattributes", ".gitmodules", ".github", ".gitlab", ".gitlab-ci.yml", ".circleci", ".husky",
        ".idea", ".vscode", ".vs", ".slipway", "__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini",
        // macOS keeps the icon of a folder in it.
        "Icon\r",
    };

    private static readonly HashSet<string> PackageFormats = new(StringComparer.OrdinalIgnoreCase) { ".apk", ".apks", ".aab", ".ipa" };

    private static readonly string[] PagesOf = ["-adhoc", "-inhouse"];

    private static readonly string[] PageFiles = ["-57.png", "-512.png", "-qr.svg", "-qr.png", ".plist", ".html"];

    /// <summary>Returns whether a desktop, a version control system or an editor left it behind.</summary>
    /// <param name="name">Name of a file or folder.</param>
    public static bool Is(string name) => Names.Contains(name);

    /// <summary>Returns whether package managers keep their packages there.</summary>
    /// <param name="path">Path of a folder from the top.</param>
    public static bool IsPackageFolder(string path) => path is "node_modules" or "bower_components";

    /// <summary>Returns whether it is an app package, most likely from an earlier build, or a file of the page that installs it.</summary>
    /// <param name="name">Name of a file.</param>
    public static bool IsPackage(string name) =>
        PackageFormats.Contains(Path.GetExtension(name)) || name.EndsWith("-simulator.zip", StringComparison.Ordinal) || IsOfPage(name) || IsUnfinished(name);

    private static bool IsOfPage(string name) =>
        Array.Find(PageFiles, ending => name.EndsWith(ending, StringComparison.Ordinal)) is { } ending && Array.Exists(PagesOf, type => name[..^ending.Length].EndsWith(type, StringComparison.Ordinal));

    // AtomicFile first writes to a file with such a name.
    private static bool IsUnfinished(string name) => name.StartsWith('.') && name.EndsWith(".part", StringComparison.Ordinal);
}
