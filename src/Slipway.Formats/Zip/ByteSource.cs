using Microsoft.Win32.SafeHandles;

namespace Slipway.Formats.Zip;

/// <summary>Random access to the bytes of an archive; safe for use by many threads.</summary>
internal sealed class ByteSource
{
    private readonly SafeFileHandle? _file;
    private readonly Stream? _stream;
    private readonly Lock _turn = new();

    public ByteSource(SafeFileHandle file)
    {
        _file = file;
        Length = RandomAccess.GetLength(file);
    }

    public ByteSource(Stream stream)
    {
        if (!stream.CanSeek)
            throw new ArgumentException("The stream must be seekable", nameof(stream));
        _file = (stream as FileStream)?.SafeFileHandle;
        _stream = stream;
        Length = stream.Length;
    }

    public long Length { get; }

    /// <summary>Reads up to the end of the source; returns the number of bytes read.</summary>
    public int Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset >= Length)
            return 0;
        target = target[..(int)Math.Min(target.Length, Length - offset)];
        var count = 0;
        while (count < target.Length)
        {
            var read = ReadSome(offset + count, target[count..]);
            if (read == 0)
                break;
            count += read;
        }

        return count;
    }

    public void ReadExactly(long offset, Span<byte> target)
    {
        if (Read(offset, target) != target.Length)
            throw new ZipFaultException(ZipFault.NotZip, "the file ends too early", offset);
    }

    public byte[] ReadExactly(long offset, int length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
            throw new ZipFaultException(ZipFault.NotZip, "the file ends too early", offset);
        var bytes = new byte[length];
        ReadExactly(offset, bytes);
        return bytes;
    }

    private int ReadSome(long offset, Span<byte> target)
    {
        if (_file is not null)
            return RandomAccess.Read(_file, target, offset);
        lock (_turn)
        {
            _stream!.Position = offset;
            return _stream.Read(target);
        }
    }
}
