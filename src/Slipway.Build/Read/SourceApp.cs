using Slipway.Build.Read.Capacitor;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>An app as it was read, before merging and planning.</summary>
/// <param name="Kind">How it describes itself.</param>
/// <param name="Tree">All files of the app as given; open until the build ends.</param>
/// <param name="WebRoot">Folder of the tree that holds the web files; empty for the top of the tree.</param>
/// <param name="WebFiles">Files that become part of the app, ordered by path; their paths are relative to the web root.</param>
/// <param name="Config">config.xml, for a Cordova project.</param>
/// <param name="Manifest">The web app manifest, when there is one.</param>
/// <param name="Title">Title of the start page.</param>
/// <param name="Notices">Warnings and notices of the reader.</param>
public sealed record SourceApp(
    AppKind Kind,
    IAppTree Tree,
    string WebRoot,
    IReadOnlyList<AppFile> WebFiles,
    CordovaConfig? Config,
    WebManifest? Manifest,
    string? Title,
    IReadOnlyList<Problem> Notices) : IDisposable
{
    /// <summary>Pictures that the start page links to as its icon.</summary>
    public IReadOnlyList<PageIcon> PageIcons { get; init; } = [];

    /// <summary>The title of the start page when it is usable as a name.</summary>
    internal string? TitleAsName =>
        Title is { Length: <= 50 } title && !title.Any(char.IsControl) && !title.Contains('\ufffd', StringComparison.Ordinal) ? title : null;

    /// <summary>The configuration of a Capacitor project, when there is one.</summary>
    public CapacitorConfig? Capacitor { get; init; }

    /// <summary>The bundler's file that names the folder of the web files; null when there is none.</summary>
    internal string? FolderNamedBy { get; init; }

    /// <summary>Whether a configuration or manifest contains the app's name.</summary>
    internal bool SaysItsName => Config?.Name is not null || Capacitor?.Name is not null || Manifest is { Name: not null } or { ShortName: not null };

    /// <inheritdoc/>
    public void Dispose() => Tree.Dispose();

    /// <summary>Returns the path within the tree of a path within the web root.</summary>
    internal string InWebRoot(string path) => Join(WebRoot, path);

    internal static string Join(string folder, string path) => folder.Length == 0 ? path : folder + "/" + path;

    /// <summary>Returns the web file with this path; null when there is none.</summary>
    public AppFile? FindWebFile(string path)
    {
        var low = 0;
        var high = WebFiles.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(WebFiles[middle].Path, path);
            if (order == 0)
                return WebFiles[middle];
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return null;
    }
}

/// <summary>The kind of an app, which decides where its settings are.</summary>
public enum AppKind
{
    /// <summary>A folder with an index.html and nothing more.</summary>
    PlainFolder,

    /// <summary>A web app with a W3C Web Application Manifest.</summary>
    WebManifest,

    /// <summary>A Cordova project: config.xml and www.</summary>
    Cordova,
}
