namespace Slipway.Server.Blobs;

/// <summary>A seekable stream over an object; skipped bytes are not fetched.</summary>
internal sealed class SeekableBlob(IBlobStore store, string location, long size) : Stream
{
    private Stream? _part;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => size;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= size)
            return 0;
        _part ??= await store.OpenAsync(location, _position, size - _position, cancellationToken) ?? throw new IOException("The object is not there any more.");
        var count = await _part.ReadAsync(buffer, cancellationToken);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin)
    {
        var position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => size + offset,
        };
        if (position != _position)
        {
            _part?.Dispose();
            _part = null;
        }

        return _position = position;
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _part?.Dispose();
        base.Dispose(disposing);
    }
}
