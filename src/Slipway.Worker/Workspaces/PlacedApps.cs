using Slipway.Protocol.Launches;

namespace Slipway.Worker.Workspaces;

/// <summary>
/// Keeps the folders of built apps for later builds, because a thousand hard links take longer to make than most packages. A build of
/// the same organisation with the same paths reuses a folder and replaces the files that have changed.
/// </summary>
/// <param name="folder">Where the folders are, on the disk of the workspaces.</param>
/// <param name="most">Maximum number of folders; zero if builds could change them.</param>
internal sealed class PlacedApps(string folder, int most)
{
    /// <summary>Maximum size of an app: a kept folder occupies the space of its blobs even after the store has removed them.</summary>
    private const long LargestApp = 256L << 20;

    // The folder that was kept last is at the end.
    private readonly List<(string Path, Guid Organisation, RevisionManifest Manifest)> _kept = [];

    /// <summary>Places all files of an app below a folder.</summary>
    public void Place(Guid organisation, RevisionManifest manifest, PinnedBlobs materials, string target)
    {
        if (Take(organisation, manifest) is not var (path, before))
        {
            materials.Place(target);
            return;
        }

        Directory.Move(path, target);
        foreach (var (file, old) in manifest.Files.Zip(before.Files))
        {
            if (file.Sha256 == old.Sha256)
                continue;
            var changed = Path.Combine(target, file.Path);
            File.Delete(changed);
            PinnedBlobs.Place(materials.Content(file), changed);
        }
    }

    /// <summary>Keeps a folder that is no longer in use.</summary>
    /// <param name="organisation">The organisation that owns the app.</param>
    /// <param name="manifest">The files in the folder.</param>
    /// <param name="source">The folder.</param>
    public void Keep(Guid organisation, RevisionManifest manifest, string source)
    {
        if (most == 0 || manifest.Files.Sum(f => f.Size) > LargestApp)
            return;
        var path = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(folder);
            Directory.Move(source, path);
        }
        catch (IOException)
        {
            // The folder is removed with its workspace, and the next build makes its own.
            return;
        }

        string? old = null;
        lock (_kept)
        {
            _kept.Add((path, organisation, manifest));
            if (_kept.Count > most)
            {
                old = _kept[0].Path;
                _kept.RemoveAt(0);
            }
        }

        if (old is not null)
            FolderRemoval.Remove(old);
    }

    private (string Path, RevisionManifest Manifest)? Take(Guid organisation, RevisionManifest manifest)
    {
        lock (_kept)
        {
            var index = _kept.FindLastIndex(kept => kept.Organisation == organisation && HaveSamePaths(kept.Manifest, manifest));
            if (index < 0)
                return null;
            var found = _kept[index];
            _kept.RemoveAt(index);
            return (found.Path, found.Manifest);
        }
    }

    private static bool HaveSamePaths(RevisionManifest one, RevisionManifest other) =>
        one.Files.Count == other.Files.Count && one.Files.Zip(other.Files).All(pair => pair.First.Path == pair.Second.Path);
}
