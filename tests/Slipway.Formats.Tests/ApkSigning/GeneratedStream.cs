namespace Slipway.Formats.Tests.ApkSigning;

/// <summary>A long content that is nowhere in memory: every mebibyte the same, half noise, half zeros.</summary>
internal sealed class GeneratedStream(long length, Action watch) : Stream
{
    private const int Period = 1 << 20;

    private static readonly byte[] Block = CreateBlock();

    private long _position;

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
        watch();
        var offset = (int)(_position % Period);
        var read = (int)Math.Min(Math.Min(buffer.Length, Period - offset), length - _position);
        Block.AsSpan(offset, read).CopyTo(buffer);
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

    private static byte[] CreateBlock()
    {
        var block = new byte[Period];
        new Random(3).NextBytes(block.AsSpan(0, Period / 2));
        return block;
    }
}
