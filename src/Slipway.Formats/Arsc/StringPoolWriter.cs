using System.Text;

namespace Slipway.Formats.Arsc;

/// <summary>
/// Collects strings and writes them as a <c>ResStringPool</c> chunk (androidfw/ResourceTypes.h): UTF-8 with both lengths, or UTF-16.
/// Strings with styles must come first, because style <c>i</c> belongs to string <c>i</c>.
/// </summary>
internal sealed class StringPoolWriter
{
    private const int HeaderSize = 28;
    private const uint Utf8Flag = 0x100;
    private const int LongestUtf8 = 0x7FFF;
    private const uint EndOfSpans = 0xFFFFFFFF;
    private readonly List<string> _strings = [];
    private readonly List<IReadOnlyList<StringSpan>> _styles = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<StyledString, int> _styledIndexes = [];

    public int Count => _strings.Count;

    /// <summary>Appends an entry that <see cref="Add(string)"/> never reuses.</summary>
    public int AddUnshared(string text)
    {
        _strings.Add(text);
        return _strings.Count - 1;
    }

    public int Add(string text)
    {
        if (!_indexes.TryGetValue(text, out var index))
        {
            index = AddUnshared(text);
            _indexes.Add(text, index);
        }

        return index;
    }

    /// <summary>Appends a string with styles; all of these come before the first plain string.</summary>
    public void AddStyled(StyledString text)
    {
        if (_styledIndexes.TryAdd(text, _strings.Count))
        {
            AddUnshared(text.Text);
            _styles.Add(text.Spans);
        }
    }

    public int IndexOf(StyledString text) => text.Spans.Count == 0 ? Add(text.Text) : _styledIndexes[text];

    public void Write(ChunkWriter writer)
    {
        List<int[]> styles = [.. _styles.Select(IndexTags)];
        List<byte[]> modified = [.. _strings.Select(ModifiedUtf8)];
        var utf8 = modified.TrueForAll(bytes => bytes.Length <= LongestUtf8);

        var start = writer.Begin(ResourceChunk.StringPool, HeaderSize);
        writer.I32(_strings.Count);
        writer.I32(styles.Count);
        writer.U32(utf8 ? Utf8Flag : 0);
        writer.I32(HeaderSize + ((_strings.Count + styles.Count) * 4));
        var stylesStart = writer.Length;
        writer.U32(0);
        var offsets = writer.Length;
        writer.Zeros((_strings.Count + styles.Count) * 4);
        WriteStrings(writer, offsets, utf8 ? modified : null);
        if (styles.Count > 0)
        {
            writer.PatchI32(stylesStart, writer.Length - start);
            WriteStyles(writer, offsets + (_strings.Count * 4), styles);
        }

        writer.End(start);
    }

    /// <summary>
    /// Returns triples of tag index, first and last character. Adds the tags to the pool, so it must run before the strings are
    /// written.
    /// </summary>
    private int[] IndexTags(IReadOnlyList<StringSpan> spans) => [.. spans.SelectMany(span => new[] { Add(span.Tag), span.First, span.Last })];

    private void WriteStrings(ChunkWriter writer, int offsets, List<byte[]>? utf8)
    {
        var origin = writer.Length;
        for (var i = 0; i < _strings.Count; i++)
        {
            writer.PatchI32(offsets + (i * 4), writer.Length - origin);
            if (utf8 is null)
            {
                WriteUtf16(writer, _strings[i]);
            }
            else
            {
                WriteUtf8Length(writer, _strings[i].Length);
                WriteUtf8Length(writer, utf8[i].Length);
                writer.Bytes(utf8[i]);
                writer.U8(0);
            }
        }

        writer.Align4();
    }

    private static void WriteStyles(ChunkWriter writer, int offsets, List<int[]> styles)
    {
        var origin = writer.Length;
        for (var i = 0; i < styles.Count; i++)
        {
            writer.PatchI32(offsets + (i * 4), writer.Length - origin);
            foreach (var field in styles[i])
                writer.I32(field);

            writer.U32(EndOfSpans);
        }

        // The runtime expects a whole span of end marks after the last style.
        writer.U32(EndOfSpans);
        writer.U32(EndOfSpans);
    }

    private static void WriteUtf8Length(ChunkWriter writer, int length)
    {
        if (length > 0x7F)
            writer.U8((byte)(0x80 | (length >> 8)));

        writer.U8((byte)length);
    }

    private static void WriteUtf16(ChunkWriter writer, string text)
    {
        if (text.Length > 0x7FFF)
            writer.U16(0x8000 | (text.Length >> 16));

        writer.U16(text.Length & 0xFFFF);
        writer.Bytes(Encoding.Unicode.GetBytes(text));
        writer.U16(0);
    }

    /// <summary>The runtime expects a character outside of the basic plane as two encoded surrogates.</summary>
    private static byte[] ModifiedUtf8(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return Encoding.UTF8.GetBytes(text);

        var bytes = new List<byte>(text.Length * 3);
        foreach (var unit in text)
        {
            if (unit < 0x80)
                bytes.Add((byte)unit);
            else if (unit < 0x800)
                bytes.AddRange([(byte)(0xC0 | (unit >> 6)), (byte)(0x80 | (unit & 0x3F))]);
            else
                bytes.AddRange([(byte)(0xE0 | (unit >> 12)), (byte)(0x80 | ((unit >> 6) & 0x3F)), (byte)(0x80 | (unit & 0x3F))]);
        }

        return [.. bytes];
    }
}
