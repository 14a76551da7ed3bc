namespace Slipway.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] NotSources = ["artifacts", "dist", ".git", "bin", "obj", ".slipway"];

    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folder of the sample app.</summary>
    public static string Sample => PathOf("samples/field-notes");

    /// <summary>Path of a file or folder of the checkout.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Path of a file within the checkout.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path);

    /// <summary>Files of a folder and below it, without what builds leave there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Relative(path).Split('/').Intersect(NotSources).Any())
            .Order(StringComparer.Ordinal);

    private static string Find(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "Slipway.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of a checkout.");
        return folder;
    }
}
