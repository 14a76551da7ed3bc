using System.Buffers;
using System.Buffers.Binary;

namespace Slipway.Formats.ClassFile;

/// <summary>Bytes of a class file under construction; the format is big-endian throughout (JVMS 4).</summary>
internal sealed class BigEndianBuffer
{
    private readonly ArrayBufferWriter<byte> _bytes = new(256);

    public int Length => _bytes.WrittenCount;

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void U1(int value)
    {
        _bytes.GetSpan(1)[0] = checked((byte)value);
        _bytes.Advance(1);
    }

    public void U2(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.GetSpan(2), checked((ushort)value));
        _bytes.Advance(2);
    }

    public void S4(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    public void S8(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }

    public void Raw(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);
}
