using System.Globalization;
using System.Text;

namespace Slipway.Formats.Text;

/// <summary>
/// Encodings by the labels that pages and documents use, with the meanings that browsers give them
/// (https://encoding.spec.whatwg.org/, "Names and labels"). The runtime lacks ISO-8859-10, -14 and -16.
/// </summary>
public static class TextEncodings
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] CodePages =
    [
        "866 866 cp866 csibm866 ibm866",
        "28592 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 l2 latin2",
        "28593 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 l3 latin3",
        "28594 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 l4 latin4",
        "28595 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5",
        "28596 arabic asmo-708 csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6",
        "28597 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 sun_eu_greek",
        "28598 csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso-ir-138 iso8859-8 iso88598 iso_8859-8 logical visual",
        "28603 iso-8859-13 iso8859-13 iso885913",
        "28605 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
        "20866 cskoi8r koi koi8 koi8-r koi8_r",
        "21866 koi8-ru koi8-u",
        "10000 csmacintosh mac macintosh x-mac-roman",
        "10007 x-mac-cyrillic x-mac-ukrainian",
        "874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
        "1250 cp1250 windows-1250 x-cp1250",
        "1251 cp1251 windows-1251 x-cp1251",
        "1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined",
        "1253 cp1253 windows-1253 x-cp1253",
        "1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 l5 latin5 windows-1254 x-cp1254",
        "1255 cp1255 windows-1255 x-cp1255",
        "1256 cp1256 windows-1256 x-cp1256",
        "1257 cp1257 windows-1257 x-cp1257",
        "1258 cp1258 windows-1258 x-cp1258",
        "54936 chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
        "950 big5 big5-hkscs cn-big5 csbig5 x-x-big5",
        "51932 cseucpkdfmtjapanese euc-jp x-euc-jp",
        "50220 csiso2022jp iso-2022-jp",
        "932 csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
        "949 cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
        "65001 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
        "1201 unicodefffe utf-16be",
        "1200 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    ];

    /// <summary>Returns the encoding of a label, or null when it is unknown.</summary>
    public static Encoding? Find(string label)
    {
        label = label.Trim().ToLowerInvariant();
        // Nearly every page uses this label, and searching the table is slower.
        if (label == "utf-8")
            return Utf8;
        if (label.Length == 0 || label.Contains(' ', StringComparison.Ordinal) || Array.Find(CodePages, line => $"{line} ".Contains($" {label} ", StringComparison.Ordinal)) is not { } found)
            return null;
        var codePage = int.Parse(found.AsSpan(0, found.IndexOf(' ')), CultureInfo.InvariantCulture);
        return codePage == Utf8.CodePage ? Utf8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage);
    }

    /// <summary>Returns the encoding of a byte order mark, or null.</summary>
    public static Encoding? OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        _ => null,
    };

    /// <summary>Decodes bytes without their byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = encoding.GetString(bytes);
        return text is ['\ufeff', ..] ? text[1..] : text;
    }

    /// <summary>Returns whether bytes are UTF-8.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="moreFollow">True when the bytes are the start of a longer text, so that the last character may be incomplete.</param>
    public static bool IsUtf8(ReadOnlySpan<byte> bytes, bool moreFollow)
    {
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes[..^cut]))
                return cut == 0 || IsBegin(bytes[^cut..]);
            if (!moreFollow)
                return false;
        }

        return false;
    }

    // The decoder expects more bytes: the last ones are the start of a character.
    private static bool IsBegin(ReadOnlySpan<byte> bytes) => Rune.DecodeFromUtf8(bytes, out _, out _) == System.Buffers.OperationStatus.NeedMoreData;
}
