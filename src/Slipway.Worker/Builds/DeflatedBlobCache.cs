using Slipway.Formats.Zip;
using Slipway.Protocol.Files;
using Slipway.Protocol.Launches;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Caches deflated files, with separate cache files for each organisation that its builds can only read: a compromised build learns
/// nothing about other organisations. The worker itself deflates, which is safe for any input; nothing that a build made enters the cache.
/// </summary>
/// <param name="folder">Folder of the cache, on the disk of the workspaces.</param>
/// <param name="capacity">Maximum size in bytes; if it is exceeded, the organisation whose last build is longest ago is removed.</param>
internal sealed class DeflatedBlobCache(string folder, long capacity = 8L << 30) : IDisposable
{
    /// <summary>Name of the folder in which a build finds the cache.</summary>
    public const string Folder = "deflate";

    private const int LargestShare = 4;

    private readonly string _folder = FileModes.OwnFolder(folder);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Deflates the files of an app into the cache, and links the organisation's cache into the workspace. Archives are skipped.</summary>
    /// <param name="organisation">The organisation that owns the app.</param>
    /// <param name="manifest">The app's files.</param>
    /// <param name="materials">The blobs of those files.</param>
    /// <param name="prepared">The workspace's folder for links.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    public async Task FillAsync(Guid organisation, RevisionManifest manifest, PinnedBlobs materials, string prepared, CancellationToken cancellation)
    {
        if (manifest.Kind == RevisionKind.Archive)
            return;
        await _turn.WaitAsync(cancellation);
        try
        {
            await Task.Run(() => Fill(Path.Combine(_folder, organisation.ToString("N")), manifest, materials, Path.Combine(prepared, Folder), cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private void Fill(string own, RevisionManifest manifest, PinnedBlobs materials, string target, CancellationToken cancellation)
    {
        var before = SizeOf(own);
        using (var cache = new DeflateCacheFile(own, capacity / LargestShare))
        {
            DeflateAhead.Fill(
                cache,
                manifest.Files.Select(file => ZipItem.FromFile(file.Path, materials.Content(file).Path, file.Size, new ContentHash(Convert.FromHexString(file.Sha256)))),
                cancellation);
        }

        // If the disk does not support hard links, the build deflates by itself.
        foreach (var file in DeflateCacheFile.FilesIn(own))
            HardLink.TryCreate(file, Path.Combine(target, Path.GetFileName(file)));
        Directory.SetLastWriteTimeUtc(own, DateTime.UtcNow);
        if (SizeOf(own) != before)
            MakeRoom(own);
    }

    private static long SizeOf(string own) => DeflateCacheFile.FilesIn(own).Where(File.Exists).Sum(file => new FileInfo(file).Length);

    // Running builds keep the files of removed caches, because they have hard links to them.
    private void MakeRoom(string own)
    {
        var others = new DirectoryInfo(_folder).GetDirectories().OrderByDescending(other => other.LastWriteTimeUtc);
        var size = SizeOf(own);
        foreach (var other in others.Where(other => other.FullName != own))
        {
            size += SizeOf(other.FullName);
            if (size > capacity)
                FolderRemoval.Remove(other.FullName);
        }
    }
}
