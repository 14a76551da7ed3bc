using Slipway.Protocol.Streams;

namespace Slipway.Server.Blobs;

/// <summary>The next bytes of a stream, and no more than those; closes the stream with itself.</summary>
/// <param name="inner">The stream.</param>
/// <param name="length">How many bytes.</param>
/// <param name="leaveOpen">Keep the stream open for who reads on.</param>
internal sealed class PartStream(Stream inner, long length, bool leaveOpen = false) : ReadOnlyStream
{
    private long _left = length;

    /// <summary>Bytes that were not read; some stay when the stream is shorter.</summary>
    public long Left => _left;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0)
            return 0;
        var count = await inner.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
