using System.Security.Cryptography;
using System.Text;
using Slipway.Worker.Blobs;

namespace Slipway.Worker.Tests.Blobs;

public sealed class BlobCacheTests : IDisposable
{
    private static readonly Guid Owner = Guid.NewGuid();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_content_is_kept_under_its_hash_and_survives_a_restart()
    {
        var store = new BlobCache(_folder.Path);
        var hash = await AddAsync(store, "hello");
        Assert.True(store.Contains(Owner, hash));
        var blob = new BlobCache(_folder.Path).Get(Owner, hash);
        Assert.Equal("hello", File.ReadAllText(blob.Path));
        Assert.Equal((5, Convert.ToHexStringLower(SHA1.HashData("hello"u8))), (blob.Size, blob.Sha1));
    }

    [Fact]
    public async Task A_content_with_another_hash_is_refused_and_leaves_nothing()
    {
        var store = new BlobCache(_folder.Path);
        await Assert.ThrowsAsync<InvalidDataException>(() => store.AddAsync(Owner, new string('0', 64), new MemoryStream([1]), CancellationToken.None));
        Assert.False(store.Contains(Owner, new string('0', 64)));
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_was_not_used_for_longest_goes_first_and_what_is_needed_stays()
    {
        var store = new BlobCache(_folder.Path, capacity: 30);
        var needed = await AddAsync(store, "needed 0123456789");
        var old = await AddAsync(store, "old 45678");
        var young = await AddAsync(store, "young 789");
        Assert.Empty(store.Pin(Owner, [old]));
        store.Unpin(Owner, [old, old, young]);
        Assert.True(store.Contains(Owner, needed));
        Assert.True(store.Contains(Owner, old));
        Assert.False(store.Contains(Owner, young));
        Assert.InRange(store.Size, 1, 30);
    }

    [Fact]
    public void What_an_earlier_process_left_unfinished_is_removed()
    {
        var part = _folder.Add("abc.part", [1, 2, 3]);
        var store = new BlobCache(_folder.Path);
        Assert.False(File.Exists(part));
        Assert.Equal(0, store.Size);
        Assert.Equal(["x"], store.Pin(Owner, ["x"]));
    }

    [Fact]
    public async Task Each_organisation_has_its_own()
    {
        var (other, store) = (Guid.NewGuid(), new BlobCache(_folder.Path));
        var hash = await AddAsync(store, "hello");
        Assert.False(store.Contains(other, hash));
        Assert.Equal([hash], store.Pin(other, [hash]));
        await store.AddAsync(other, hash, new MemoryStream("hello"u8.ToArray()), CancellationToken.None);
        var reopened = new BlobCache(_folder.Path);
        Assert.NotEqual(reopened.Get(Owner, hash).Path, reopened.Get(other, hash).Path);
        Assert.Equal(10, reopened.Size);
    }

    [Fact]
    public void What_is_nobodys_is_removed()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData("old"u8));
        var old = _folder.Add($"{hash[..2]}/{hash}-{Convert.ToHexStringLower(SHA1.HashData("old"u8))}", "old"u8.ToArray());
        Assert.Equal(0, new BlobCache(_folder.Path).Size);
        Assert.False(File.Exists(old));
    }

    private static async Task<string> AddAsync(BlobCache store, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await store.AddAsync(Owner, hash, new MemoryStream(bytes), CancellationToken.None);
        return hash;
    }
}
