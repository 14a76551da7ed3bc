namespace Slipway.Formats.Arsc;

/// <summary>
/// Encodes languages and regions in two bytes: two letters as ASCII, or three letters of five bits each with the top bit set
/// (<c>ResTable_config::packLanguage</c>).
/// </summary>
internal static class LocaleCode
{
    public const char LanguageBase = 'a';
    public const char RegionBase = '0';

    public static void Write(ChunkWriter writer, string code, char origin)
    {
        if (code.Length == 3)
        {
            var first = (code[0] - origin) & 0x7F;
            var second = (code[1] - origin) & 0x7F;
            var third = (code[2] - origin) & 0x7F;
            writer.U8((byte)(0x80 | (third << 2) | (second >> 3)));
            writer.U8((byte)((second << 5) | first));
        }
        else
        {
            WriteText(writer, code, 2);
        }
    }

    public static string Read(ReadOnlySpan<byte> bytes, char origin)
    {
        if ((bytes[0] & 0x80) == 0)
            return ReadText(bytes);

        var first = bytes[1] & 0x1F;
        var second = ((bytes[1] & 0xE0) >> 5) | ((bytes[0] & 0x03) << 3);
        var third = (bytes[0] & 0x7C) >> 2;
        return string.Create(3, (first, second, third, origin), static (text, code) =>
        {
            text[0] = (char)(code.origin + code.first);
            text[1] = (char)(code.origin + code.second);
            text[2] = (char)(code.origin + code.third);
        });
    }

    /// <summary>Encodes ASCII, padded with zeros.</summary>
    public static void WriteText(ChunkWriter writer, string text, int length)
    {
        for (var i = 0; i < length; i++)
            writer.U8(i < text.Length ? (byte)text[i] : (byte)0);
    }

    public static string ReadText(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)0);
        return System.Text.Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
