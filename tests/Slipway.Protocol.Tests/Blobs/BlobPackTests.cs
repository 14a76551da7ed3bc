using Slipway.Protocol.Blobs;

namespace Slipway.Protocol.Tests.Blobs;

public sealed class BlobPackTests
{
    private static readonly string One = new('1', 64);
    private static readonly string Two = new('a', 64);

    [Fact]
    public async Task What_was_written_is_read_in_its_order()
    {
        using var pack = new MemoryStream([.. BlobPackWriter.Header(One, 3), 1, 2, 3, .. BlobPackWriter.Header(Two, 0)]);
        var reader = new BlobPackReader(pack);
        Assert.Equal((One, 3L), await reader.NextAsync());
        var content = new byte[3];
        await pack.ReadExactlyAsync(content);
        Assert.Equal([1, 2, 3], content);
        Assert.Equal((Two, 0L), await reader.NextAsync());
        Assert.Null(await reader.NextAsync());
    }

    [Fact]
    public async Task A_pack_of_nothing_has_nothing() => Assert.Null(await new BlobPackReader(new MemoryStream()).NextAsync());

    [Theory]
    [InlineData(1)]
    [InlineData(39)]
    public async Task A_pack_that_breaks_off_in_a_header_is_refused(int length)
    {
        var reader = new BlobPackReader(new MemoryStream(BlobPackWriter.Header(One, 3)[..length]));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.NextAsync());
    }

    [Fact]
    public async Task A_negative_length_is_refused()
    {
        var reader = new BlobPackReader(new MemoryStream(BlobPackWriter.Header(One, -1)));
        await Assert.ThrowsAsync<InvalidDataException>(async () => await reader.NextAsync());
    }
}
