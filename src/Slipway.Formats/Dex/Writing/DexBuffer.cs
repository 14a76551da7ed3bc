using System.Buffers.Binary;

namespace Slipway.Formats.Dex.Writing;

/// <summary>A growing buffer of little-endian numbers (dex-format, "LEB128" and "Bitfield, string, and constant definitions").</summary>
internal sealed class DexBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public void Clear() => Length = 0;

    public void U1(int value) => Grow(1)[0] = (byte)value;

    public void U2(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Grow(2), (ushort)value);

    public void S4(int value) => BinaryPrimitives.WriteInt32LittleEndian(Grow(4), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Grow(bytes.Length));

    public void Align(int alignment)
    {
        while (Length % alignment != 0)
            U1(0);
    }

    public void Uleb(int value)
    {
        var left = (uint)value;
        while (left >= 0x80)
        {
            U1((int)(left & 0x7f) | 0x80);
            left >>= 7;
        }

        U1((int)left);
    }

    /// <summary>Writes uleb128p1: the number plus one, so that -1 takes one byte.</summary>
    public void UlebPlusOne(int value) => Uleb(value + 1);

    public void Sleb(int value)
    {
        while (value is < -64 or > 63)
        {
            U1((value & 0x7f) | 0x80);
            value >>= 7;
        }

        U1(value & 0x7f);
    }

    public void Text(string text)
    {
        var count = ModifiedUtf8.ByteCount(text);
        ModifiedUtf8.Encode(text, Grow(count));
    }

    private Span<byte> Grow(int count)
    {
        if (Length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        var added = _bytes.AsSpan(Length, count);
        Length += count;
        return added;
    }
}
