using System.IO.Compression;

namespace Slipway.Formats.Zip;

/// <summary>Unpacks an entry and verifies its length and checksum.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly ZipEntry _entry;
    private readonly ZipDataStream _packed;
    private readonly Stream _content;
    private long _position;
    private uint _crc;

    public ZipEntryStream(ZipEntry entry, ZipDataStream packed)
    {
        _entry = entry;
        _packed = packed;
        _content = entry.Method == ZipMethod.Deflate ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _entry.Size;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        int read;
        try
        {
            read = _content.Read(buffer);
        }
        catch (InvalidDataException broken)
        {
            throw new ZipFaultException(ZipFault.Inconsistent, "the deflated data is broken", _entry.DataOffset, _entry.Name, broken);
        }

        _position += read;
        if (_position > _entry.Size)
            throw Fault("the entry unpacks to more bytes than its header states");
        _crc = Crc32.Append(_crc, buffer[..read]);
        if (read == 0)
            CheckEnd();
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (_position != _entry.Size)
            throw Fault("the entry unpacks to fewer bytes than its header states");
        if (!_packed.IsAtEnd)
            throw Fault("data is hidden after the end of the deflated content");
        if (_entry.Method == ZipMethod.Deflate && _packed.WasAskedForMore)
            throw Fault("the deflated content has no end");
        if (_crc != _entry.Crc)
            throw Fault("the checksum of the content is wrong");
    }

    private ZipFaultException Fault(string reason) => new(ZipFault.Inconsistent, reason, _entry.DataOffset, _entry.Name);
}
