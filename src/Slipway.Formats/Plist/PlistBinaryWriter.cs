using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Plist;

/// <summary>
/// Writes the binary form. Equal texts, data, dates, integers and booleans are written once. The same value results in the same
/// bytes; dictionaries keep the order of their keys.
/// </summary>
public static class PlistBinaryWriter
{
    /// <summary>The epoch of dates.</summary>
    internal static readonly DateTimeOffset Epoch = new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const int LongCount = 15;

    /// <summary>Writes a property list.</summary>
    /// <exception cref="ArgumentException">
    /// A text is not Unicode, an integer is out of range, or the nesting is deeper than the reader accepts.
    /// </exception>
    public static byte[] Write(PlistValue value)
    {
        var objects = new PlistObjects(value);
        var referenceSize = SizeOf((ulong)objects.Values.Count - 1);
        var output = new ArrayBufferWriter<byte>(1024);
        output.Write("bplist00"u8);
        var offsets = new int[objects.Values.Count];
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = output.WrittenCount;
            Write(output, objects, i, referenceSize);
        }

        var table = output.WrittenCount;
        var offsetSize = SizeOf((ulong)table);
        foreach (var offset in offsets)
            Number(output, (ulong)offset, offsetSize);
        Number(output, ((ulong)offsetSize << 8) | (uint)referenceSize, 8);
        Number(output, (ulong)offsets.Length, 8);
        Number(output, 0, 8);
        Number(output, (ulong)table, 8);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> output, PlistObjects objects, int index, int referenceSize)
    {
        switch (objects.Values[index])
        {
            case PlistDictionary dictionary:
                Header(output, 0xD0, dictionary.Count);
                References(output, objects.References(index), referenceSize);
                break;
            case PlistArray array:
                Header(output, 0xA0, array.Count);
                References(output, objects.References(index), referenceSize);
                break;
            case PlistString text:
                Text(output, text.Value);
                break;
            case PlistBoolean boolean:
                Number(output, boolean.Value ? 9UL : 8UL, 1);
                break;
            case PlistInteger integer:
                Integer(output, PlistScalars.Checked(integer.Value));
                break;
            case PlistReal real:
                Double(output, 0x23, real.Value);
                break;
            case PlistDate date:
                (var seconds, var rest) = Math.DivRem((date.Value - Epoch).Ticks, TimeSpan.TicksPerSecond);
                Double(output, 0x33, seconds + (rest / (double)TimeSpan.TicksPerSecond));
                break;
            case PlistData data:
                Header(output, 0x40, data.Value.Length);
                output.Write(data.Value.Span);
                break;
            case PlistUid uid:
                var size = SizeOf(uid.Value);
                Number(output, 0x80 + (ulong)size - 1, 1);
                Number(output, uid.Value, size);
                break;
            case var other:
                throw new ArgumentException($"{other.GetType().Name} is not a value of property lists", nameof(objects));
        }
    }

    private static void References(ArrayBufferWriter<byte> output, IReadOnlyList<int> references, int size)
    {
        foreach (var reference in references)
            Number(output, (ulong)reference, size);
    }

    private static void Text(ArrayBufferWriter<byte> output, string text)
    {
        var isAscii = Ascii.IsValid(text);
        Header(output, isAscii ? (byte)0x50 : (byte)0x60, text.Length);
        var encoding = isAscii ? Encoding.ASCII : new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
        encoding.GetBytes(text, output);
    }

    /// <summary>Writes an integer: eight bytes are signed, fewer are unsigned, and sixteen bytes hold unsigned numbers of 64 bits.</summary>
    private static void Integer(ArrayBufferWriter<byte> output, Int128 value)
    {
        if (value > long.MaxValue)
        {
            Number(output, 0x14, 1);
            Number(output, 0, 8);
            Number(output, (ulong)value, 8);
            return;
        }

        var size = value < 0 ? 8 : SizeOf((ulong)value);
        Number(output, 0x10 + (ulong)int.Log2(size), 1);
        Number(output, unchecked((ulong)(long)value), size);
    }

    private static void Header(ArrayBufferWriter<byte> output, byte marker, int count)
    {
        Number(output, marker + (ulong)Math.Min(count, LongCount), 1);
        if (count >= LongCount)
            Integer(output, count);
    }

    private static void Double(ArrayBufferWriter<byte> output, byte marker, double value)
    {
        Number(output, marker, 1);
        Number(output, BitConverter.DoubleToUInt64Bits(value), 8);
    }

    private static int SizeOf(ulong value) => value switch { <= byte.MaxValue => 1, <= ushort.MaxValue => 2, <= uint.MaxValue => 4, _ => 8 };

    private static void Number(ArrayBufferWriter<byte> output, ulong value, int size)
    {
        var bytes = output.GetSpan(8);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value << (64 - (size * 8)));
        output.Advance(size);
    }
}
