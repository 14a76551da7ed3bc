using System.Buffers.Binary;

namespace Slipway.Formats.Arsc;

/// <summary>Reads one little-endian chunk with bounds checks; reading outside of it throws a <see cref="MalformedInputException"/>.</summary>
internal readonly ref struct ChunkReader
{
    private const int CommonHeader = 8;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _format;

    private ChunkReader(ReadOnlySpan<byte> bytes, int start, string format, ResourceChunk type, int headerSize)
    {
        _bytes = bytes;
        Start = start;
        _format = format;
        Type = type;
        HeaderSize = headerSize;
    }

    public ResourceChunk Type { get; }

    public int HeaderSize { get; }

    /// <summary>Position of the chunk in the file.</summary>
    public int Start { get; }

    public int Length => _bytes.Length;

    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Opens the chunk at the start of the bytes.</summary>
    /// <param name="bytes">The bytes, starting with the chunk's header.</param>
    /// <param name="start">Position of those bytes in the file, for messages.</param>
    /// <param name="format">Name of the format, for messages.</param>
    public static ChunkReader Open(ReadOnlySpan<byte> bytes, int start, string format)
    {
        if (bytes.Length < CommonHeader)
            throw new MalformedInputException(format, "the file ends within a chunk header", start);

        int headerSize = BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (headerSize < CommonHeader || size < headerSize || size > bytes.Length)
            throw new MalformedInputException(format, $"a chunk claims {size} bytes with a header of {headerSize} where {bytes.Length} are left", start);

        return new ChunkReader(bytes[..(int)size], start, format, (ResourceChunk)BinaryPrimitives.ReadUInt16LittleEndian(bytes), headerSize);
    }

    /// <summary>Opens a chunk inside this one.</summary>
    public ChunkReader Inner(int offset)
    {
        if ((uint)offset > (uint)_bytes.Length)
            throw Fault("a chunk extends beyond its parent", offset);

        return Open(_bytes[offset..], Start + offset, _format);
    }

    public byte U8(long offset) => Slice(offset, 1)[0];

    public ushort U16(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(offset, 2));

    public uint U32(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(offset, 4));

    public ReadOnlySpan<byte> Slice(long offset, long count)
    {
        if (offset < 0 || count < 0 || offset > _bytes.Length - count)
            throw Fault("a field extends beyond its chunk", offset);

        return _bytes.Slice((int)offset, (int)count);
    }

    /// <summary>Reads a count of items and refuses one for which the chunk has no room.</summary>
    public int Count(long offset, long itemsStart, int itemSize)
    {
        var count = U32(offset);
        if (itemsStart > _bytes.Length || count > (_bytes.Length - itemsStart) / itemSize)
            throw Fault($"a count of {count} does not fit", offset);

        return (int)count;
    }

    public MalformedInputException Fault(string reason, long offset) => new(_format, reason, Start + offset);
}
