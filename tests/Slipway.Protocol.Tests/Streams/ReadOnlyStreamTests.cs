using Slipway.Protocol.Streams;

namespace Slipway.Protocol.Tests.Streams;

public sealed class ReadOnlyStreamTests
{
    [Fact]
    public async Task It_is_read_in_parts_and_to_its_end()
    {
        await using var stream = new Zeros(length: 5);
        Assert.Equal(3, await stream.ReadAsync(new byte[3], TestContext.Current.CancellationToken));
        using var rest = new MemoryStream();
        await stream.CopyToAsync(rest, TestContext.Current.CancellationToken);
        Assert.Equal(2, rest.Length);
    }

    [Fact]
    public void Nothing_else_can_be_done_with_it()
    {
        using var stream = new Zeros(length: 5);
        Assert.Equal((true, false, false), (stream.CanRead, stream.CanSeek, stream.CanWrite));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        Assert.Throws<NotSupportedException>(() => stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.WriteByte(0));
    }

    private sealed class Zeros(int length) : ReadOnlyStream
    {
        private int _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = Math.Min(_left, buffer.Length);
            buffer.Span[..count].Clear();
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
