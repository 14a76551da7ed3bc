using System.Buffers.Binary;

namespace Slipway.Formats.Arsc;

/// <summary>Writes nested little-endian chunks; fills in the size of a chunk when it ends.</summary>
internal sealed class ChunkWriter
{
    private byte[] _buffer = new byte[4096];

    public int Length { get; private set; }

    public void U8(byte value) => Take(1)[0] = value;

    public void U16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), checked((ushort)value));

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void I32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    public void Zeros(int count) => Take(count);

    public void Align4() => Zeros(-Length & 3);

    public void PatchI32(int position, int value) => BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(position, 4), value);

    /// <summary>Writes the common header of a chunk.</summary>
    /// <returns>The position of the chunk, for <see cref="End"/>.</returns>
    public int Begin(ResourceChunk type, int headerSize)
    {
        var start = Length;
        U16((int)type);
        U16(headerSize);
        U32(0);
        return start;
    }

    /// <summary>Pads the chunk to four bytes and fills in its size.</summary>
    public void End(int start)
    {
        Align4();
        PatchI32(start + 4, Length - start);
    }

    public byte[] ToArray() => _buffer.AsSpan(0, Length).ToArray();

    private Span<byte> Take(int count)
    {
        if (_buffer.Length - Length < count)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + count));

        var taken = _buffer.AsSpan(Length, count);
        Length += count;
        return taken;
    }
}
