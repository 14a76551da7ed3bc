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
    public async Task What_is_removed_while_the_list_is_made_is_left_out()
    {
        foreach (var name in new[] { "a/1", "a/2", "a/3" })
            await _store.PutAsync(name, new MemoryStream([1]), CancellationToken.None);
        List<string> listed = [];
        await foreach (var item in _store.ListAsync("a/", TimeSpan.FromHours(-1), CancellationToken.None))
        {
            listed.Add(item.Location);
            foreach (var other in new[] { "a/1", "a/2", "a/3" }.Except(listed))
                await _store.DeleteAsync(other, CancellationToken.None);
        }

        Assert.Single(listed);
    }

    [Fact]
    public async Task A_list_of_what_is_not_there_is_empty()
    {
        await foreach (var item in _store.ListAsync("nobody/", TimeSpan.FromHours(-1), CancellationToken.None))
            Assert.Fail(item.Location);
    }

    [Fact]
    public async Task Nobody_else_can_read_the_folder()
    {
        await _store.PutAsync("a/b", new MemoryStream([1]), CancellationToken.None);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder.Path, "blobs", "objects")));
    }

    public void Dispose() => _folder.Dispose();
}
