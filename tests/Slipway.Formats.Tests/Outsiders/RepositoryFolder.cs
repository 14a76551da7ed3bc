namespace Slipway.Formats.Tests.Outsiders;

/// <summary>Folders of the repository that the tests were built from.</summary>
internal static class RepositoryFolder
{
    private static readonly Lazy<string> Root = new(Find);

    /// <summary>Full path of a file or folder, for example <c>tests/corpus/desugar</c>.</summary>
    public static string PathOf(string relative) => Path.Combine(Root.Value, relative);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Slipway.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
