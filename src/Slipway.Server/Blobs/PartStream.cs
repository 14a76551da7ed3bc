using Slipway.Protocol.Streams;

namespace Slipway.Server.Blobs;

/// <summary>A stream over a limited number of bytes of another stream, which it also closes.</summary>
/// <param name="inner">The stream.</param>
/// <param name="length">How many bytes.</param>
/// <param name="leaveOpen">Whether to leave the inner stream open for further reading.</param>
internal sealed class PartStream(Stream inner, long length, bool leaveOpen = false) : ReadOnlyStream
{
    private long _left = length;

    /// <summary>Bytes that were not read; more than 0 at the end if the inner stream is too short.</summary>
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
