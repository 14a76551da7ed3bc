using Slipway.Formats.Zip;
using Slipway.Protocol.Launches;
using Slipway.Worker.Sandbox;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Keeps deflated contents, for each organisation in files of its own, which its builds can only read: a build that was taken over
/// learns nothing of others. To deflate a file is harmless, whatever is in it; nothing that a build made enters the cache.
/// </summary>
/// <param name="folder">The cache, on the disk of the workspaces.</param>
/// <param name="capacity">Bytes to keep; the organisation that has built nothing for longest goes first.</param>
internal sealed class DeflatedContents(string folder, long capacity = 8L << 30) : IDisposable
{
    /// <summary>What the folder of deflated contents is called where a build finds it.</summary>
    public const string Folder = "deflate";

    private const int LargestShare = 4;

    private readonly string _folder = FileModes.OwnFolder(folder);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Has the contents of an app in the cache, and the organisation's cache where the build finds it. An archive is not looked into.</summary>
    /// <param name="organisation">Whose app it is.</param>
    /// <param name="manifest">The app's files.</param>
    /// <param name="materials">Their contents.</param>
    /// <param name="prepared">Where the build looks.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task FillAsync(Guid organisation, RevisionManifest manifest, Materials materials, string prepared, CancellationToken cancellation)
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

    private void Fill(string own, RevisionManifest manifest, Materials materials, string target, CancellationToken cancellation)
    {
        var before = SizeOf(own);
        using (var cache = new DeflatePack(own, capacity / LargestShare))
        {
            DeflateAhead.Fill(
                cache,
                manifest.Files.Select(file => ZipItem.FromFile(file.Path, materials.Content(file).Path, file.Size, new ContentHash(Convert.FromHexString(file.Sha256)))),
                cancellation);
        }

        // Where the disk has no links, the build deflates by itself.
        foreach (var file in DeflatePack.FilesIn(own))
            HardLink.TryCreate(file, Path.Combine(target, Path.GetFileName(file)));
        Directory.SetLastWriteTimeUtc(own, DateTime.UtcNow);
        if (SizeOf(own) != before)
            MakeRoom(own);
    }

    private static long SizeOf(string own) => DeflatePack.FilesIn(own).Where(File.Exists).Sum(file => new FileInfo(file).Length);

    // What builds have links to stays there for them.
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
