using System.Buffers.Binary;
using System.Text;

namespace Slipway.Formats.Plist;

/// <summary>
/// Reads the binary form, as described in CFBinaryPList.c of Apple's open-source CF: objects after an eight byte magic, a table of
/// their offsets, a trailer of 32 bytes. Sets and null are refused, because only archives use them. Objects that share bytes are
/// refused. Every use of an object counts towards the limits, so that a small file cannot expand to a huge value.
/// </summary>
internal sealed class BinaryPlistReader
{
    /// <summary>Limit on the bytes of texts and data, counted for every use.</summary>
    public const int MaxExpandedBytes = 64 << 20;

    private const int TrailerSize = 32;

    private static readonly long FirstSecond = -PlistBinaryWriter.Epoch.Ticks / TimeSpan.TicksPerSecond;
    private static readonly long LastSecond = (DateTime.MaxValue.Ticks - PlistBinaryWriter.Epoch.Ticks) / TimeSpan.TicksPerSecond;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly string? _where;
    private readonly int _offsetSize;
    private readonly int _referenceSize;
    private readonly int _tableOffset;
    private readonly int _top;
    private readonly PlistValue?[] _leaves;
    private readonly bool[] _open;
    private readonly int[] _ends;
    private int _values;
    private long _expanded;
    private int _depth;

    public BinaryPlistReader(ReadOnlyMemory<byte> bytes, string? where)
    {
        _bytes = bytes;
        _where = where;
        if (bytes.Length < Magic.Length + TrailerSize)
            throw Fault("it is too short", bytes.Length);
        var trailer = bytes.Span[^TrailerSize..];
        _offsetSize = trailer[6];
        _referenceSize = trailer[7];
        if (_offsetSize is < 1 or > 8 || _referenceSize is < 1 or > 8)
            throw Fault("the trailer has sizes outside 1 to 8", bytes.Length - TrailerSize);
        var objects = BinaryPrimitives.ReadUInt64BigEndian(trailer[8..]);
        var top = BinaryPrimitives.ReadUInt64BigEndian(trailer[16..]);
        var table = BinaryPrimitives.ReadUInt64BigEndian(trailer[24..]);
        var end = (ulong)(bytes.Length - TrailerSize);
        if (table < (ulong)Magic.Length || table > end || objects != (end - table) / (ulong)_offsetSize || (end - table) % (ulong)_offsetSize != 0)
            throw Fault("the table of offsets does not end at the trailer", bytes.Length - TrailerSize);
        if (objects > PlistReader.MaxValues || top >= objects)
            throw Fault("the trailer has a wrong number of objects", bytes.Length - TrailerSize);
        _tableOffset = (int)table;
        _top = (int)top;
        _leaves = new PlistValue?[objects];
        _open = new bool[objects];
        _ends = new int[objects];
    }

    private static ReadOnlySpan<byte> Magic => "bplist00"u8;

    /// <summary>Whether the bytes begin like this form.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic);

    public PlistValue Read()
    {
        var value = Value(_top);
        RefuseOverlaps();
        return value;
    }

    private PlistValue Value(int index)
    {
        if (++_values > PlistReader.MaxValues)
            throw Fault($"there are more than {PlistReader.MaxValues} values");
        if (_leaves[index] is { } known)
        {
            Expand(known);
            return known;
        }

        var at = Offset(index);
        int marker = _bytes.Span[at];
        if (marker >> 4 is 0xA or 0xD)
            return Container(index, at, marker);
        var leaf = Leaf(at, marker, out var end);
        _ends[index] = end;
        _leaves[index] = leaf;
        Expand(leaf);
        return leaf;
    }

    private void Expand(PlistValue leaf)
    {
        _expanded += leaf switch { PlistString text => text.Value.Length * 2L, PlistData data => data.Value.Length, _ => 0 };
        if (_expanded > MaxExpandedBytes)
            throw Fault($"its texts and data come to more than {MaxExpandedBytes} bytes");
    }

    private PlistValue Container(int index, int at, int marker)
    {
        if (_open[index])
            throw Fault("a value contains itself", at);
        if (_depth == PlistReader.MaxDepth)
            throw Fault($"values are nested deeper than {PlistReader.MaxDepth}", at);
        var isDictionary = marker >> 4 == 0xD;
        var count = Count(at, marker, isDictionary ? _referenceSize * 2 : _referenceSize, out var start);
        _ends[index] = start + (count * (isDictionary ? _referenceSize * 2 : _referenceSize));
        if (_values + count > PlistReader.MaxValues)
            throw Fault($"there are more than {PlistReader.MaxValues} values", at);
        _open[index] = true;
        _depth++;
        PlistValue value = isDictionary ? Dictionary(start, count) : Array(start, count);
        _depth--;
        _open[index] = false;
        return value;
    }

    private PlistArray Array(int start, int count)
    {
        var items = new PlistValue[count];
        for (var i = 0; i < count; i++)
            items[i] = Value(Reference(start, i));
        return new PlistArray(items);
    }

    private PlistDictionary Dictionary(int start, int count)
    {
        var entries = new KeyValuePair<string, PlistValue>[count];
        var seen = new HashSet<string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (Value(Reference(start, i)) is not PlistString { Value: var key })
                throw Fault("a key is not a string", start);
            if (!seen.Add(key))
                throw Fault("a key occurs twice", start);
            entries[i] = new(key, Value(Reference(start, count + i)));
        }

        return new PlistDictionary(entries);
    }

    private PlistValue Leaf(int at, int marker, out int end)
    {
        var low = marker & 0xF;
        end = at + 1;
        switch (marker >> 4)
        {
            case 0 when low is 8 or 9:
                return new PlistBoolean(low == 9);
            case 1 when low <= 4:
                return Integer(Take(at, 1 << low, ref end), at);
            case 2 when low == 2:
                return new PlistReal(BinaryPrimitives.ReadSingleBigEndian(Take(at, 4, ref end)));
            case 2 when low == 3:
                return new PlistReal(BinaryPrimitives.ReadDoubleBigEndian(Take(at, 8, ref end)));
            case 3 when low == 3:
                return Date(BinaryPrimitives.ReadDoubleBigEndian(Take(at, 8, ref end)), at);
            case 4:
                var length = Count(at, marker, 1, out var data);
                end = data + length;
                return new PlistData(_bytes.Slice(data, length));
            case 5:
                return new PlistString(Text(at, Encoding.ASCII, Count(at, marker, 1, out var ascii), ascii, out end));
            case 6:
                return new PlistString(Text(at, StrictUtf16, 2 * Count(at, marker, 2, out var wide), wide, out end));
            case 8 when low < 8:
                return new PlistUid((ulong)Unsigned(Take(at, low + 1, ref end)));
            default:
                throw Fault($"0x{marker:X2} is not the marker of a value that property lists have", at);
        }
    }

    private static UnicodeEncoding StrictUtf16 => new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private string Text(int at, Encoding encoding, int length, int start, out int end)
    {
        end = start + length;
        var bytes = _bytes.Span.Slice(start, length);
        if (ReferenceEquals(encoding, Encoding.ASCII) && !Ascii.IsValid(bytes))
            throw Fault("a text is not ASCII", at);
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw new MalformedInputException(PlistReader.Format, "a text is not UTF-16", at, _where, broken);
        }
    }

    /// <summary>Reads an integer: 1, 2 and 4 bytes are unsigned, 8 bytes are signed, and 16 bytes hold unsigned numbers of 64 bits.</summary>
    private PlistInteger Integer(ReadOnlySpan<byte> bytes, int at)
    {
        var value = bytes.Length == 8 ? BinaryPrimitives.ReadInt64BigEndian(bytes) : (Int128)Unsigned(bytes);
        return PlistScalars.IsInRange(value) ? new PlistInteger(value) : throw Fault("an integer is out of range", at);
    }

    /// <summary>
    /// Reads a date to the millisecond, because a double is not more precise in distant years. Whole seconds are added separately,
    /// because a double cannot hold them as ticks.
    /// </summary>
    private PlistDate Date(double seconds, int at)
    {
        if (!(seconds >= FirstSecond && seconds < LastSecond))
            throw Fault("a date is out of range", at);
        var whole = Math.Floor(seconds);
        var milliseconds = (long)Math.Round((seconds - whole) * 1000);
        return new PlistDate(PlistBinaryWriter.Epoch.AddTicks(((long)whole * TimeSpan.TicksPerSecond) + (milliseconds * TimeSpan.TicksPerMillisecond)));
    }

    private ReadOnlySpan<byte> Take(int at, int length, ref int end)
    {
        if (length > _tableOffset - at - 1)
            throw Fault("an object reaches into the table of offsets", at);
        end = at + 1 + length;
        return _bytes.Span.Slice(at + 1, length);
    }

    /// <summary>Reads the number of parts of an object and checks it against the remaining bytes.</summary>
    private int Count(int at, int marker, int partSize, out int start)
    {
        start = at + 1;
        UInt128 count = (uint)(marker & 0xF);
        if (count == 0xF)
        {
            var sizeMarker = start < _tableOffset ? _bytes.Span[start] : 0;
            if (sizeMarker >> 4 != 1 || (sizeMarker & 0xF) > 3)
                throw Fault("the length of an object is not an integer", at);
            count = Unsigned(Take(start, 1 << (sizeMarker & 0xF), ref start));
        }

        return count <= (uint)((_tableOffset - start) / partSize) ? (int)count : throw Fault("an object reaches into the table of offsets", at);
    }

    private int Offset(int index)
    {
        var offset = Unsigned(_bytes.Span.Slice(_tableOffset + (index * _offsetSize), _offsetSize));
        return offset >= (uint)Magic.Length && offset < (uint)_tableOffset ? (int)offset : throw Fault($"the offset of object {index} is out of range");
    }

    private int Reference(int start, int number)
    {
        var at = start + (number * _referenceSize);
        var index = Unsigned(_bytes.Span.Slice(at, _referenceSize));
        return index < (uint)_leaves.Length ? (int)index : throw Fault("there is no object with this number", at);
    }

    private void RefuseOverlaps()
    {
        (int Start, int End)[] used = [.. Enumerable.Range(0, _ends.Length).Where(i => _ends[i] > 0).Select(i => (Offset(i), _ends[i]))];
        System.Array.Sort(used);
        for (var i = 1; i < used.Length; i++)
        {
            if (used[i].Start < used[i - 1].End)
                throw Fault("objects overlap", used[i].Start);
        }
    }

    private static UInt128 Unsigned(ReadOnlySpan<byte> bytes)
    {
        UInt128 value = 0;
        foreach (var part in bytes)
            value = (value << 8) | part;
        return value;
    }

    private MalformedInputException Fault(string reason, long at = -1) => new(PlistReader.Format, reason, at, _where);
}
