using Slipway.Server.Blobs;
using Slipway.Server.Blobs.Files;

namespace Slipway.Server.Tests.Blobs.Files;

public sealed class FolderBlobStoreTests : BlobStoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FolderBlobStore _store;

    public FolderBlobStoreTests() => _store = new FolderBlobStore(Path.Combine(_folder.Path, "blobs"), TimeProvider.System);

    private protected override IBlobStore Store => _store;

    [Fact]
    public async Task What_an_upload_that_was_killed_has_left_is_swept_once_it_is_old()
    {
        var left = Path.Combine(_folder.Path, "blobs", "incoming", "left");
        await File.WriteAllTextAsync(left, "half");
        Assert.Equal(0, await _store.SweepAsync(TimeSpan.FromHours(1), CancellationToken.None));
        Assert.True(File.Exists(left));
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddHours(-2));
        Assert.Equal(1, await _store.SweepAsync(TimeSpan.FromHours(1), CancellationToken.None));
        Assert.False(File.Exists(left));
    }

    [Fact]
    public async Task Nobody_else_can_read_the_folder()
    {
        await _store.PutAsync("a/b", new MemoryStream([1]), CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder.Path, "blobs", "objects")));
    }

    public void Dispose() => _folder.Dispose();
}
