using System.Security.Cryptography;
using System.Text;
using Slipway.Worker.Blobs;

namespace Slipway.Worker.Tests.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_content_is_kept_under_its_hash_and_survives_a_restart()
    {
        var store = new BlobStore(_folder.Path);
        var hash = await AddAsync(store, "hello");
        Assert.True(store.Contains(hash));
        var blob = new BlobStore(_folder.Path).Get(hash);
        Assert.Equal("hello", File.ReadAllText(blob.Path));
        Assert.Equal((5, Convert.ToHexStringLower(SHA1.HashData("hello"u8))), (blob.Size, blob.Sha1));
    }

    [Fact]
    public async Task A_content_with_another_hash_is_refused_and_leaves_nothing()
    {
        var store = new BlobStore(_folder.Path);
        await Assert.ThrowsAsync<InvalidDataException>(() => store.AddAsync(new string('0', 64), new MemoryStream([1]), CancellationToken.None));
        Assert.False(store.Contains(new string('0', 64)));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_not_used_for_longest_goes_first_and_what_is_needed_stays()
    {
        var store = new BlobStore(_folder.Path, capacity: 30);
        var needed = await AddAsync(store, "needed 0123456789");
        var old = await AddAsync(store, "old 45678");
        var young = await AddAsync(store, "young 789");
        Assert.Empty(store.Pin([old]));
        store.Unpin([old, old, young]);
        Assert.True(store.Contains(needed));
        Assert.True(store.Contains(old));
        Assert.False(store.Contains(young));
        Assert.InRange(store.Size, 1, 30);
    }

    [Fact]
    public void What_an_earlier_process_left_unfinished_is_removed()
    {
        var part = _folder.Write("abc.part", [1, 2, 3]);
        var store = new BlobStore(_folder.Path);
        Assert.False(File.Exists(part));
        Assert.Equal(0, store.Size);
        Assert.Equal(["x"], store.Pin(["x"]));
    }

    private static async Task<string> AddAsync(BlobStore store, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await store.AddAsync(hash, new MemoryStream(bytes), CancellationToken.None);
        return hash;
    }
}
