namespace Slipway.Formats.Zip;

/// <summary>
/// The packed bytes of an entry. The last byte is returned by a separate read, which detects a hidden tail: an inflater that ends
/// without requesting the last byte has not used all bytes.
/// </summary>
internal sealed class ZipDataStream(ByteSource source, long offset, long length) : Stream
{
    private long _position;

    public bool IsAtEnd => _position == length;

    /// <summary>True when the inflater requested bytes after the end, so that the deflated content is not complete.</summary>
    public bool WasAskedForMore { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var left = length - _position;
        WasAskedForMore |= left == 0;
        var wanted = (int)Math.Min(buffer.Length, left > 1 ? left - 1 : left);
        var read = source.Read(offset + _position, buffer[..wanted]);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
