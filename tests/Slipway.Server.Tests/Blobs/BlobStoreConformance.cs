using System.Security.Cryptography;
using Slipway.Protocol.Problems;
using Slipway.Server.Blobs;

namespace Slipway.Server.Tests.Blobs;

/// <summary>Tests that each kind of store has to pass.</summary>
public abstract class BlobStoreConformance
{
    private const int Large = 20_000_000;
    private readonly string _organisation = Guid.NewGuid().ToString();

    private protected abstract IBlobStore Store { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(8 << 20)]
    [InlineData(Large)]
    public async Task What_was_put_can_be_read(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        var location = Location(content);
        Assert.Equal(size, await Store.PutAsync(location, new MemoryStream(content), Cancellation));
        Assert.Equal(content, await StoredBlobs.ReadAsync(Store, location, 0, size));
        Assert.Equal([new StoredBlob(location, size)], await StoredBlobs.ListAsync(Store, _organisation));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 90)]
    [InlineData(99, 1)]
    public async Task A_part_can_be_read(int offset, int length)
    {
        var content = RandomNumberGenerator.GetBytes(100);
        await Store.PutAsync(Location(content), new MemoryStream(content), Cancellation);
        Assert.Equal(content[offset..(offset + length)], await StoredBlobs.ReadAsync(Store, Location(content), offset, length));
    }

    [Fact]
    public async Task What_is_not_there_is_null() => Assert.Null(await Store.OpenAsync(Location([1]), 0, 1, Cancellation));

    [Fact]
    public async Task What_was_deleted_is_gone_and_deleting_again_does_nothing()
    {
        await Store.PutAsync(Location([1]), new MemoryStream([1]), Cancellation);
        await Store.DeleteAsync(Location([1]), Cancellation);
        await Store.DeleteAsync(Location([1]), Cancellation);
        Assert.Null(await Store.OpenAsync(Location([1]), 0, 1, Cancellation));
        Assert.Empty(await StoredBlobs.ListAsync(Store, _organisation));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(Large)]
    public async Task A_put_that_breaks_off_leaves_nothing(int size)
    {
        var content = new MemoryStream(new byte[size]);
        await using var broken = new VerifiedStream(content, size, sha256: null, size + 1);
        await Assert.ThrowsAsync<ProblemException>(() => Store.PutAsync(Location([1]), broken, Cancellation));
        Assert.Null(await Store.OpenAsync(Location([1]), 0, 1, Cancellation));
        Assert.Empty(await StoredBlobs.ListAsync(Store, _organisation));
    }

    [Theory]
    [InlineData(8 << 20)]
    [InlineData(Large)]
    public async Task A_content_with_another_hash_leaves_nothing(int size)
    {
        await using var wrong = new VerifiedStream(new MemoryStream(new byte[size]), size, new string('0', 64), size);
        await Assert.ThrowsAsync<ProblemException>(() => Store.PutAsync(Location([1]), wrong, Cancellation));
        Assert.Empty(await StoredBlobs.ListAsync(Store, _organisation));
    }

    [Fact]
    public async Task Many_can_put_at_once()
    {
        var contents = Enumerable.Range(0, 50).Select(_ => RandomNumberGenerator.GetBytes(10_000)).ToList();
        await Task.WhenAll(contents.Select(content => Store.PutAsync(Location(content), new MemoryStream(content), Cancellation)));
        Assert.Equal(contents.Select(Location).Order(), (await StoredBlobs.ListAsync(Store, _organisation)).Select(item => item.Location).Order());
        foreach (var content in contents)
            Assert.Equal(content, await StoredBlobs.ReadAsync(Store, Location(content), 0, content.Length));
    }

    [Fact]
    public async Task Lists_leave_out_what_is_young_or_named_otherwise()
    {
        await Store.PutAsync(Location([1]), new MemoryStream([1]), Cancellation);
        Assert.Empty(await StoredBlobs.ListAsync(Store, Guid.NewGuid().ToString()));
        await foreach (var item in Store.ListAsync(_organisation, TimeSpan.FromHours(1), Cancellation))
            Assert.Fail(item.Location);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("A")]
    [InlineData("")]
    public async Task A_name_that_is_none_is_refused(string location)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(location, new MemoryStream([1]), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(location, 0, 1, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(location, Cancellation));
    }

    private string Location(byte[] content)
    {
        var hash = Sha256Text.Of(content);
        return $"{_organisation}/{hash[..2]}/{hash}-0";
    }
}
