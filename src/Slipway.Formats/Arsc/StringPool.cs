using System.Text;

namespace Slipway.Formats.Arsc;

/// <summary>
/// Strings of a <c>ResStringPool</c> chunk (androidfw/ResourceTypes.h), decoded on demand. A budget bounds the decoded size, because
/// a hostile pool can let its strings overlap.
/// </summary>
internal sealed class StringPool
{
    private const int HeaderLength = 28;
    private const uint Utf8Flag = 0x100;
    private const uint EndOfSpans = 0xFFFFFFFF;
    private readonly byte[] _chunk;
    private readonly int _start;
    private readonly string _format;
    private readonly int _stringsStart;
    private readonly int _stylesStart;
    private readonly bool _utf8;
    private readonly string?[] _decoded;
    private readonly Dictionary<uint, string> _byOffset = [];
    private long _budget;

    public StringPool(ChunkReader chunk, string format)
    {
        _chunk = chunk.Bytes.ToArray();
        _start = chunk.Start;
        _format = format;
        Count = chunk.Count(8, HeaderLength, 4);
        StyleCount = chunk.Count(12, HeaderLength + (Count * 4L), 4);
        _utf8 = (chunk.U32(16) & Utf8Flag) != 0;
        _stringsStart = Offset(chunk, 20, Count);
        _stylesStart = Offset(chunk, 24, StyleCount);
        _decoded = new string?[Count];
        _budget = 4096 + (_chunk.Length * 2L);
    }

    public int Count { get; }

    public int StyleCount { get; }

    public string this[uint index]
    {
        get
        {
            if (index >= (uint)Count)
                throw Fault($"string {index} is not among {Count}", 0);

            return _decoded[index] ??= Decode(Reader().U32(HeaderLength + (index * 4L)));
        }
    }

    /// <summary>Returns the string at an index; null for the index that means no string.</summary>
    public string? Optional(uint index) => index == uint.MaxValue ? null : this[index];

    public StyledString Styled(uint index) =>
        index < (uint)StyleCount ? new StyledString(this[index], Spans(index)) : new StyledString(this[index]);

    private static int Offset(ChunkReader chunk, int field, int count)
    {
        var offset = chunk.U32(field);
        if (count > 0 && offset > chunk.Length)
            throw chunk.Fault("the strings extend beyond their pool", field);

        return (int)Math.Min(offset, int.MaxValue);
    }

    private List<StringSpan> Spans(uint index)
    {
        var chunk = Reader();
        var at = _stylesStart + (long)chunk.U32(HeaderLength + ((Count + index) * 4L));
        var spans = new List<StringSpan>();
        for (uint tag; (tag = chunk.U32(at)) != EndOfSpans; at += 12)
        {
            Spend(12, at);
            spans.Add(new StringSpan(this[tag], (int)chunk.U32(at + 4), (int)chunk.U32(at + 8)));
        }

        return spans;
    }

    private string Decode(uint offset)
    {
        if (!_byOffset.TryGetValue(offset, out var text))
        {
            var at = _stringsStart + (long)offset;
            text = _utf8 ? DecodeUtf8(at) : DecodeUtf16(at);
            _byOffset.Add(offset, text);
        }

        return text;
    }

    private string DecodeUtf16(long at)
    {
        var chunk = Reader();
        long units = chunk.U16(at);
        at += 2;
        if ((units & 0x8000) != 0)
        {
            units = ((units & 0x7FFF) << 16) | chunk.U16(at);
            at += 2;
        }

        var bytes = chunk.Slice(at, units * 2);
        Spend(bytes.Length, at);
        return Encoding.Unicode.GetString(bytes);
    }

    private string DecodeUtf8(long at)
    {
        Utf8Length(ref at);
        var count = Utf8Length(ref at);
        var bytes = Reader().Slice(at, count);
        Spend(count, at);
        return bytes.Contains((byte)0xED) ? ModifiedUtf8(bytes) : Encoding.UTF8.GetString(bytes);
    }

    private int Utf8Length(ref long at)
    {
        int length = Reader().U8(at++);
        return (length & 0x80) == 0 ? length : ((length & 0x7F) << 8) | Reader().U8(at++);
    }

    /// <summary>Decodes UTF-8 in which surrogates may be encoded one by one; plain UTF-8 forbids that.</summary>
    private static string ModifiedUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (bytes.Length >= 3 && bytes[0] == 0xED && (bytes[1] & 0xE0) == 0xA0 && (bytes[2] & 0xC0) == 0x80)
            {
                text.Append((char)(0xD000 | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)));
                bytes = bytes[3..];
                continue;
            }

            Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            text.Append(rune.ToString());
            bytes = bytes[used..];
        }

        return text.ToString();
    }

    private void Spend(int bytes, long at)
    {
        _budget -= bytes;
        if (_budget < 0)
            throw Fault("strings overlap", at);
    }

    private ChunkReader Reader() => ChunkReader.Open(_chunk, _start, _format);

    private MalformedInputException Fault(string reason, long at) => new(_format, reason, _start + at);
}
