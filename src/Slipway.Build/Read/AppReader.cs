using Slipway.Build.Read.Capacitor;
using Slipway.Build.Read.Finding;
using Slipway.Build.Read.Selection;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Read;

/// <summary>First stage of a build: finds out the kind of the app and reads its settings.</summary>
public static class AppReader
{
    /// <summary>The page that an app starts with.</summary>
    internal const string StartFile = "index.html";

    private const string WebFolder = "www";

    private static readonly string[] ManifestFiles = ["manifest.webmanifest", "manifest.json", "site.webmanifest", "app.webmanifest"];

    /// <summary>Reads an app from a folder or zip for one platform.</summary>
    /// <param name="path">Path of the folder or zip.</param>
    /// <param name="platform">The platform whose settings and files override the general ones.</param>
    /// <param name="choice">Options about which files are part of the app; null for none.</param>
    /// <exception cref="ProblemException">The path is not an app, or parts of the app cannot be used.</exception>
    public static SourceApp Read(string path, MobilePlatform platform, FileChoice? choice = null)
    {
        var tree = Open(path);
        try
        {
            var notices = new List<Problem>();
            return ConfigFinder.Find(tree, CordovaDialect.Of(platform), notices) is { } config
                ? ReadCordova(tree, path, config, platform, new FileFilter(choice ?? FileChoice.None, packageFolders: false), notices)
                : ReadWebApp(tree, path, platform, new FileFilter(choice ?? FileChoice.None, packageFolders: true), notices);
        }
        catch
        {
            tree.Dispose();
            throw;
        }
    }

    private static IAppTree Open(string path) => FileProbe.Look(path, followLinks: true).Kind switch
    {
        FileKind.Folder => new FolderTree(path),
        FileKind.Regular => new ZipTree(path),
        FileKind.Special => throw new ProblemException(AppProblems.NotAnApp.At(path, "This is neither a folder nor a file.")),
        FileKind.Forbidden => throw new ProblemException(FileProblems.Unreadable.At(path, "Its permissions do not allow reading it.")),
        _ => throw new ProblemException(AppProblems.NotFound.At(path, "There is no folder or file of this name.")),
    };

    private static SourceApp ReadCordova(IAppTree tree, string path, CordovaConfig config, MobilePlatform platform, FileFilter filter, List<Problem> notices)
    {
        var finder = config.Folder.Length > 0 ? new WebFolderFinder(tree, path, notices) : null;
        var webRoot = finder?.FindBeside(config.Folder) ?? CordovaFolder(tree);
        if (CapacitorReader.NameIn(tree) is { } other)
            notices.Add(ConfigurationProblems.Ignored.At(other, $"The file was ignored, because there is a {config.File}.", $"Delete {config.File} when the app has moved to Capacitor."));
        var files = tree.Walk(webRoot, filter);
        var merges = SourceApp.Join(config.Folder, "merges/" + CordovaDialect.Of(platform).Platform);
        if (tree.HasFolder(merges))
            files = Overlay(files, tree.Walk(merges, filter));
        return new SourceApp(AppKind.Cordova, tree, webRoot, files, config, null, null, [.. notices, .. config.Ignored, .. filter.Notices()]) { FolderNamedBy = finder?.NamedBy };
    }

    private static string CordovaFolder(IAppTree tree)
    {
        var webRoot = tree.HasFolder(WebFolder) ? WebFolder : "";
        return webRoot.Length > 0 || tree.Find(StartFile) is not null
            ? webRoot
            : throw new ProblemException(AppProblems.NoStartPage.At(WebFolder, "There is a config.xml, but no www folder beside it.", ProjectFile.Read(tree).Remedy ?? AppProblems.NoStartPage.Remedy));
    }

    private static SourceApp ReadWebApp(IAppTree tree, string path, MobilePlatform platform, FileFilter filter, List<Problem> notices)
    {
        var capacitor = CapacitorReader.Read(tree, platform);
        notices.AddRange(capacitor?.Ignored ?? []);
        var finder = new WebFolderFinder(tree, path, notices);
        var webRoot = capacitor?.WebFolder is { } folder ? finder.Require(folder) : finder.Find();
        var index = tree.Find(SourceApp.Join(webRoot, StartFile))!;
        var page = IndexPage.Read(index);
        var files = tree.Walk(webRoot, filter);
        var manifest = FindManifest(tree, webRoot, page) is { } written ? WebServerFolder.LeaveOut(written, folder => tree.HasFolder(SourceApp.Join(webRoot, folder))) : null;
        notices.AddRange(manifest?.Ignored ?? []);
        notices.AddRange(filter.Notices());
        return new SourceApp(
            manifest is null ? AppKind.PlainFolder : AppKind.WebManifest, tree, webRoot, files, null, manifest, page.Title, notices)
        {
            Capacitor = capacitor,
            PageIcons = page.Icons,
            FolderNamedBy = finder.NamedBy,
        };
    }

    private static WebManifest? FindManifest(IAppTree tree, string webRoot, IndexPage page)
    {
        if (page.Manifest is { } address && AppAddress.Resolve(StartFile, address) is { } linked
            && tree.Find(SourceApp.Join(webRoot, linked.Path)) is { } file)
        {
            return WebManifestReader.Read(file with { Path = linked.Path }, linked: true);
        }

        foreach (var name in ManifestFiles)
        {
            if (tree.Find(SourceApp.Join(webRoot, name)) is { } beside && WebManifestReader.Read(beside with { Path = name }, linked: false) is { } manifest)
                return manifest;
        }

        return null;
    }

    private static List<AppFile> Overlay(IReadOnlyList<AppFile> files, IReadOnlyList<AppFile> overlay)
    {
        var merged = new SortedDictionary<string, AppFile>(StringComparer.Ordinal);
        foreach (var file in files.Concat(overlay))
            merged[file.Path] = file;
        return [.. merged.Values];
    }
}
