namespace Slipway.Worker.Leases;

/// <summary>One content of a pack, as a stream that ends where the content ends. The pack stays open.</summary>
internal sealed class PackedBlob(Stream pack, long length) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads on to the end of the content.</summary>
    public async Task SkipAsync(CancellationToken cancellation)
    {
        if (_read < length)
            await CopyToAsync(Null, cancellation);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_read == length || buffer.Length == 0)
            return 0;
        var count = await pack.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - _read)], cancellationToken);
        return Advance(count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => _read == length || count == 0 ? 0 : Advance(pack.Read(buffer, offset, (int)Math.Min(count, length - _read)));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Advance(int count)
    {
        if (count == 0)
            throw new EndOfStreamException("The pack breaks off within a content.");
        _read += count;
        return count;
    }
}
