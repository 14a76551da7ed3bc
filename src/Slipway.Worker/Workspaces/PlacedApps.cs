using Slipway.Protocol.Launches;

namespace Slipway.Worker.Workspaces;

/// <summary>
/// Keeps the folders of apps that were built, for their next builds: a thousand links take longer to make than most packages. A
/// build of the same organisation with the same paths takes a folder over, and what has another content there is replaced.
/// </summary>
/// <param name="folder">Where they are, on the disk of the workspaces.</param>
/// <param name="most">How many are kept; none where builds could have changed them.</param>
internal sealed class PlacedApps(string folder, int most)
{
    /// <summary>A folder keeps the contents that it links to, whatever the store does with them.</summary>
    private const long LargestApp = 256L << 20;

    // The last one that was kept is at the end.
    private readonly List<(string Path, Guid Organisation, RevisionManifest Manifest)> _kept = [];

    /// <summary>Puts all files of an app below a folder.</summary>
    public void Place(Guid organisation, RevisionManifest manifest, Materials materials, string target)
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
            Materials.Place(materials.Content(file), changed);
        }
    }

    /// <summary>Takes back a folder that nothing uses any more.</summary>
    /// <param name="organisation">Whose it is.</param>
    /// <param name="manifest">What is in it.</param>
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
            // It goes with its workspace, and the next build makes its own.
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
