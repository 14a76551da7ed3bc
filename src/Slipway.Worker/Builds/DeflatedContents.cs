using Slipway.Formats.Zip;
using Slipway.Protocol.Launches;
using Slipway.Worker.Workspaces;

namespace Slipway.Worker.Builds;

/// <summary>
/// Fills the cache of deflated contents, which builds can only read. To deflate a file is harmless, whatever is in it; nothing
/// that a build made enters the cache.
/// </summary>
/// <param name="cacheFolder">The cache.</param>
internal sealed class DeflatedContents(string cacheFolder) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Has the contents of an app in the cache. An archive is not looked into.</summary>
    public async Task FillAsync(RevisionManifest manifest, Materials materials, CancellationToken cancellation)
    {
        if (manifest.Kind == RevisionKind.Archive)
            return;
        await _turn.WaitAsync(cancellation);
        try
        {
            await Task.Run(() => Fill(manifest, materials, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private void Fill(RevisionManifest manifest, Materials materials, CancellationToken cancellation)
    {
        using var cache = new DeflatePack(Path.Combine(cacheFolder, "deflate"));
        DeflateAhead.Fill(
            cache,
            manifest.Files.Select(file => ZipItem.FromFile(file.Path, materials.Content(file).Path, file.Size, new ContentHash(Convert.FromHexString(file.Sha256)))),
            cancellation);
    }
}
