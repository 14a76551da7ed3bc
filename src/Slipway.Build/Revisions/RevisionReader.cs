using System.Collections.Concurrent;
using Slipway.Build.Package;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Build.Read.Finding;
using Slipway.Build.Read.Selection;
using Slipway.Formats.Zip;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Revisions;

/// <summary>Reads an app to upload it. An app that a local build would refuse at once is refused before anything is uploaded.</summary>
public static class RevisionReader
{
    /// <summary>Reads an app.</summary>
    /// <param name="request">The build as requested; credentials are not opened.</param>
    /// <param name="environment">Holds the folder in which hashes of unchanged files are remembered.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="ProblemException">The path is not an app, or parts of the app cannot be used.</exception>
    public static AppRevision Read(BuildRequest request, BuildEnvironment environment, CancellationToken cancellation)
    {
        var looks = new List<AppLook>();
        try
        {
            Look(request, looks);
            var (app, plan) = (looks[0].App, looks[0].Plan);
            var notices = looks.SelectMany(look => look.Plan.Notices).Distinct().ToList();
            var isArchive = app.Tree is ZipTree;
            var files = isArchive ? [Archive(app.Tree.Location)] : Hash(Needed(looks, request), app.Tree.Location, environment, cancellation);
            return new AppRevision(plan.Name, IsDerived(app, request), isArchive, files, notices);
        }
        finally
        {
            looks.ForEach(look => look.App.Dispose());
        }
    }

    // Problems of all platforms are reported together.
    private static void Look(BuildRequest request, List<AppLook> looks)
    {
        var problems = new List<Problem>();
        foreach (var platform in request.Platforms)
        {
            try
            {
                looks.Add(ArchiveFaults.Guard(request.App, () => Look(request, platform)));
            }
            catch (ProblemException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        if (problems.Count > 0)
            throw new ProblemException([.. problems.Distinct()]);
    }

    private static AppLook Look(BuildRequest request, MobilePlatform platform)
    {
        var app = AppReader.Read(request.App, platform, request.Files);
        try
        {
            return new AppLook(app, Platforms.Of(platform).PlanWithoutKeys(app, request));
        }
        catch
        {
            app.Dispose();
            throw;
        }
    }

    private static bool IsDerived(SourceApp app, BuildRequest request) =>
        request.Options.Name is null && !app.SaysItsName && app.TitleAsName is null;

    // A project may contain many files that no build reads: sources, packages, native projects.
    private static List<AppFile> Needed(List<AppLook> looks, BuildRequest request)
    {
        var tree = looks[0].App.Tree;
        var files = new SortedDictionary<string, AppFile>(StringComparer.Ordinal);
        foreach (var (app, plan) in looks)
        {
            Add(app.WebRoot, tree.Walk(app.WebRoot, new FileFilter(request.Files, packageFolders: app.Kind != AppKind.Cordova)));
            foreach (var merges in new[] { "merges/android", "merges/ios" }.Select(folder => SourceApp.Join(app.Config?.Folder ?? "", folder)).Where(folder => app.Kind == AppKind.Cordova && tree.HasFolder(folder)))
                Add(merges, tree.Walk(merges, new FileFilter(request.Files, packageFolders: false)));
            foreach (var path in NativeInputs.Of(app, plan, request).Append(ProjectFile.Name).Concat(app.FolderNamedBy is { } file ? [file] : []))
            {
                if (tree.Find(path) is { } found)
                    files[path] = found;
            }
        }

        return [.. files.Values];

        void Add(string folder, IEnumerable<AppFile> found)
        {
            foreach (var file in found)
                files[SourceApp.Join(folder, file.Path)] = file with { Path = SourceApp.Join(folder, file.Path) };
        }
    }

    private static List<RevisionSource> Hash(List<AppFile> files, string location, BuildEnvironment environment, CancellationToken cancellation)
    {
        var known = new KnownHashes(KnownHashes.PathFor(environment.CacheFolder, location));
        var hashes = new ConcurrentDictionary<AppFile, ContentDigests>();
        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellation }, file => hashes[file] = known.Find(file) ?? Hash(file));
        known.Save(files.Select(file => (file, hashes[file])), environment.Now.ToUnixTimeMilliseconds() * 1_000_000);
        return files.ConvertAll(file => new RevisionSource(file.Path, Hex(hashes[file].Sha256), file.Length, file.Open));
    }

    private static ContentDigests Hash(AppFile file)
    {
        using var content = file.Open();
        return content.Length == file.Length
            ? new ContentDigests(ContentHash.Of(content))
            : throw new ProblemException(FileProblems.Changed.At(file.Path, "The file changed while the app was read."));
    }

    private static RevisionSource Archive(string path)
    {
        using var content = File.OpenRead(path);
        return new RevisionSource(Path.GetFileName(path), Hex(ContentHash.Of(content)), content.Length, () => File.OpenRead(path));
    }

    private static string Hex(ContentHash hash) => Convert.ToHexStringLower(hash.ToArray());

    private sealed record AppLook(SourceApp App, AppPlan Plan);
}
