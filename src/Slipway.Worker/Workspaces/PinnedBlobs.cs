using Slipway.Protocol.Files;
using Slipway.Protocol.Launches;
using Slipway.Protocol.Problems;
using Slipway.Worker.Blobs;

namespace Slipway.Worker.Workspaces;

/// <summary>The blobs of an app, pinned in the store while a build needs them.</summary>
internal sealed class PinnedBlobs : IDisposable
{
    private readonly BlobCache _store;
    private readonly Guid _organisation;
    private readonly RevisionManifest _manifest;
    private readonly List<string> _pinned = [];

    private PinnedBlobs(BlobCache store, Guid organisation, RevisionManifest manifest)
    {
        _store = store;
        _organisation = organisation;
        _manifest = manifest;
    }

    /// <summary>Fetches the blobs that the store does not have.</summary>
    /// <exception cref="ProblemException">The list of files is refused, or blobs are missing.</exception>
    public static async Task<PinnedBlobs> FetchAsync(BlobCache store, Guid organisation, RevisionManifest manifest, BlobFetch fetch, CancellationToken cancellation)
    {
        ManifestPaths.Check(manifest);
        var materials = new PinnedBlobs(store, organisation, manifest);
        try
        {
            await materials.FetchAsync(fetch, cancellation);
            return materials;
        }
        catch
        {
            materials.Dispose();
            throw;
        }
    }

    /// <summary>Returns the blob of a file.</summary>
    public Blob Content(RevisionFile file) => _store.Get(_organisation, file.Sha256);

    /// <summary>Returns the blob with a hash; null if no file of the app has it.</summary>
    public Blob? Find(string sha256) => _manifest.Files.Any(f => f.Sha256 == sha256) ? _store.Get(_organisation, sha256) : null;

    /// <summary>Places all files below a folder, as hard links if the disk supports them.</summary>
    public void Place(string folder)
    {
        foreach (var made in _manifest.Files.Select(f => Path.GetDirectoryName(Path.Combine(folder, f.Path))!).Distinct(StringComparer.Ordinal))
            Directory.CreateDirectory(made);
        foreach (var file in _manifest.Files)
            Place(Content(file), Path.Combine(folder, file.Path));
    }

    /// <summary>Places a blob under a name, as a hard link if the disk supports it.</summary>
    public static void Place(Blob content, string path)
    {
        if (!HardLink.TryCreate(content.Path, path))
            File.Copy(content.Path, path);
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Unpin(_organisation, _pinned);

    private async Task FetchAsync(BlobFetch fetch, CancellationToken cancellation)
    {
        var sizes = _manifest.Files.DistinctBy(f => f.Sha256).ToDictionary(f => f.Sha256, f => f.Size, StringComparer.Ordinal);
        var missing = _store.Pin(_organisation, sizes.Keys);
        _pinned.AddRange(sizes.Keys.Except(missing));
        if (missing.Count > 0)
        {
            var wanted = missing.ToHashSet(StringComparer.Ordinal);
            await fetch(missing, async (hash, content) =>
            {
                if (!wanted.Remove(hash))
                    return;
                // Check before writing: the service may send more than it announced, even without an end.
                if (content.Length != sizes[hash])
                    throw new InvalidDataException($"A blob has {content.Length} bytes, not {sizes[hash]}.");
                await _store.AddAsync(_organisation, hash, content, cancellation);
                _pinned.Add(hash);
            }, cancellation);
            if (wanted.Count > 0)
                throw new ProblemException(SandboxProblems.ContentsMissing.At(PathOf(wanted.First()), $"{wanted.Count} of {sizes.Count} blobs are missing."));
        }

        if (_manifest.Files.FirstOrDefault(f => Content(f).Size != f.Size) is { } lie)
            throw new ProblemException(SandboxProblems.ManifestRefused.At(lie.Path, $"The file has {Content(lie).Size} bytes, not {lie.Size}."));
    }

    private string PathOf(string hash) => _manifest.Files.First(f => f.Sha256 == hash).Path;
}
