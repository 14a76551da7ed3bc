using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Slipway.Formats.Plist;

/// <summary>
/// Writes the XML form in the layout of Apple's tools: UTF-8, tabs, base64 in lines of at most 76 columns (a tab counts eight). The
/// same value results in the same bytes; dictionaries keep the order of their keys.
/// </summary>
public static class PlistXmlWriter
{
    private const int Columns = 76;
    private const int TabWidth = 8;
    private const int MaxDataIndent = 8;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\r");

    /// <summary>Writes a property list.</summary>
    /// <exception cref="ArgumentException">
    /// A text has a character that XML 1.0 cannot express, an integer is out of range, or the nesting is deeper than the reader
    /// accepts.
    /// </exception>
    public static byte[] Write(PlistValue value)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        output.Write(PlistDoctype.Standard);
        output.Write("\n<plist version=\"1.0\">\n"u8);
        Write(output, value, 0);
        output.Write("</plist>\n"u8);
        return output.WrittenSpan.ToArray();
    }

    private static void Write(ArrayBufferWriter<byte> output, PlistValue value, int depth)
    {
        Indent(output, depth);
        switch (value)
        {
            case PlistDictionary dictionary:
                Write(output, dictionary, depth);
                break;
            case PlistArray array:
                Write(output, array, depth);
                break;
            case PlistString text:
                Element(output, "string"u8, Checked(text.Value));
                break;
            case PlistBoolean boolean:
                output.Write(boolean.Value ? "<true/>\n"u8 : "<false/>\n"u8);
                break;
            case PlistInteger integer:
                Element(output, "integer"u8, PlistScalars.Checked(integer.Value).ToString(CultureInfo.InvariantCulture));
                break;
            case PlistReal real:
                Element(output, "real"u8, PlistScalars.TextOf(real.Value));
                break;
            case PlistDate date:
                Element(output, "date"u8, PlistScalars.TextOf(date.Value));
                break;
            case PlistData data:
                Write(output, data.Value.Span, depth);
                break;
            case PlistUid uid:
                Open(output, "dict"u8, depth);
                Entry(output, XmlPlistReader.UidKey, new PlistInteger(uid.Value), depth + 1);
                Close(output, "dict"u8, depth);
                break;
            default:
                throw new ArgumentException($"{value.GetType().Name} is not a value of property lists", nameof(value));
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, PlistDictionary dictionary, int depth)
    {
        if (dictionary.Count == 0)
        {
            output.Write("<dict/>\n"u8);
            return;
        }

        Open(output, "dict"u8, depth);
        foreach ((var key, var value) in dictionary)
            Entry(output, key, value, depth + 1);
        Close(output, "dict"u8, depth);
    }

    private static void Write(ArrayBufferWriter<byte> output, PlistArray array, int depth)
    {
        if (array.Count == 0)
        {
            output.Write("<array/>\n"u8);
            return;
        }

        Open(output, "array"u8, depth);
        foreach (var item in array.Items)
            Write(output, item, depth + 1);
        Close(output, "array"u8, depth);
    }

    private static void Entry(ArrayBufferWriter<byte> output, string key, PlistValue value, int depth)
    {
        Indent(output, depth);
        Element(output, "key"u8, Checked(key));
        Write(output, value, depth);
    }

    private static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> data, int depth)
    {
        var indent = Math.Min(depth, MaxDataIndent);
        var lineBytes = (Columns - (TabWidth * indent)) / 4 * 3;
        output.Write("<data>\n"u8);
        while (data.Length > 0)
        {
            var line = data[..Math.Min(lineBytes, data.Length)];
            Indent(output, indent);
            Base64.EncodeToUtf8(line, output.GetSpan(Base64.GetMaxEncodedToUtf8Length(line.Length)), out _, out var written);
            output.Advance(written);
            output.Write("\n"u8);
            data = data[line.Length..];
        }

        Indent(output, depth);
        output.Write("</data>\n"u8);
    }

    private static void Open(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, int depth)
    {
        if (depth == PlistReader.MaxDepth)
            throw new ArgumentException($"values are nested deeper than {PlistReader.MaxDepth}", nameof(depth));
        Tag(output, "<"u8, name);
        output.Write("\n"u8);
    }

    private static void Close(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, int depth)
    {
        Indent(output, depth);
        Tag(output, "</"u8, name);
        output.Write("\n"u8);
    }

    private static void Element(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, string text)
    {
        Tag(output, "<"u8, name);
        Escaped(output, text);
        Tag(output, "</"u8, name);
        output.Write("\n"u8);
    }

    private static void Tag(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> name)
    {
        output.Write(opening);
        output.Write(name);
        output.Write(">"u8);
    }

    private static void Indent(ArrayBufferWriter<byte> output, int depth)
    {
        output.GetSpan(depth)[..depth].Fill((byte)'\t');
        output.Advance(depth);
    }

    /// <summary>
    /// Escapes text. A carriage return is written as a character reference, because XML readers convert a literal one to a line feed.
    /// </summary>
    private static void Escaped(ArrayBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is var at && at >= 0)
        {
            Encoding.UTF8.GetBytes(text[..at], output);
            output.Write(text[at] switch { '&' => "&amp;"u8, '<' => "&lt;"u8, '>' => "&gt;"u8, _ => "&#13;"u8 });
            text = text[(at + 1)..];
        }

        Encoding.UTF8.GetBytes(text, output);
    }

    /// <summary>XML 1.0, production 2 (Char).</summary>
    private static string Checked(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            var isPair = char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair)
                i++;
            else if ((letter < ' ' && letter is not ('\t' or '\n' or '\r')) || char.IsSurrogate(letter) || letter >= '\uFFFE')
                throw new ArgumentException($"XML cannot express the character U+{(int)letter:X4}", nameof(text));
        }

        return text;
    }
}
