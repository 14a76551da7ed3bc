namespace Slipway.Formats.ClassFile;

/// <summary>Collects the constants of one class file in order of first use (JVMS 4.4); equal constants are shared.</summary>
internal sealed class ConstantPoolBuilder
{
    private const int Utf8Tag = 1;
    private const int IntegerTag = 3;
    private const int FloatTag = 4;
    private const int LongTag = 5;
    private const int DoubleTag = 6;
    private const int ClassTag = 7;
    private const int StringTag = 8;

    private readonly BigEndianBuffer _entries = new();
    private readonly Dictionary<(int Tag, object Value), int> _indices = [];
    private int _count = 1;

    public int Utf8(string text) => Index(Utf8Tag, text, 1, () =>
    {
        var bytes = ModifiedUtf8Encoder.Encode(text);
        _entries.U1(Utf8Tag);
        _entries.U2(bytes.Length);
        _entries.Raw(bytes);
    });

    public int Class(string internalName) => Named(ClassTag, internalName);

    /// <summary>A loadable constant: an int, long, float, double or string.</summary>
    public int Constant(object value) => value switch
    {
        string text => Named(StringTag, text),
        int number => Index(IntegerTag, number, 1, () => Write4(IntegerTag, number)),
        // Floats are compared by their bits: -0.0 equals 0.0 by value, and NaN has many bit patterns.
        float number => Index(FloatTag, BitConverter.SingleToInt32Bits(number), 1, () => Write4(FloatTag, BitConverter.SingleToInt32Bits(number))),
        long number => Index(LongTag, number, 2, () => Write8(LongTag, number)),
        double number => Index(DoubleTag, BitConverter.DoubleToInt64Bits(number), 2, () => Write8(DoubleTag, BitConverter.DoubleToInt64Bits(number))),
        _ => throw new ArgumentException($"a {value.GetType()} is not a loadable constant", nameof(value)),
    };

    public void WriteTo(BigEndianBuffer output)
    {
        output.U2(_count);
        output.Raw(_entries.Written);
    }

    private int Named(int tag, string text)
    {
        var utf8 = Utf8(text);
        return Index(tag, text, 1, () =>
        {
            _entries.U1(tag);
            _entries.U2(utf8);
        });
    }

    private int Index(int tag, object value, int slots, Action write)
    {
        if (_indices.TryGetValue((tag, value), out var index))
            return index;

        write();
        index = _count;
        _indices.Add((tag, value), index);
        _count += slots; // long and double take two (JVMS 4.4.5)
        return index;
    }

    private void Write4(int tag, int bits)
    {
        _entries.U1(tag);
        _entries.S4(bits);
    }

    private void Write8(int tag, long bits)
    {
        _entries.U1(tag);
        _entries.S8(bits);
    }
}
