using System.Text;
using System.Text.RegularExpressions;
using Slipway.Formats.Axml;
using Slipway.Formats.Text;

namespace Slipway.Build.Read;

/// <summary>
/// Accepts what Cordova's own reader accepts and XML does not: space before the declaration, a declaration of another version, and
/// undeclared prefixes.
/// </summary>
internal static class ConfigText
{
    private const string Tools = "http://schemas.android.com/tools";

    /// <summary>Returns the text without its declaration; the line numbers stay the same.</summary>
    public static string Prepare(string text)
    {
        const string declaration = "<?xml";
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (!text.AsSpan(start).StartsWith(declaration, StringComparison.Ordinal) || text.IndexOf('>', start) is not (> 0 and var end) || text[end - 1] != '?' || !char.IsWhiteSpace(text[start + declaration.Length]))
            return text;
        return new string('\n', text.AsSpan(0, end).Count('\n')) + text[(end + 1)..];
    }

    /// <summary>Returns the namespace of an undeclared prefix.</summary>
    public static string NamespaceOf(string prefix) => prefix switch
    {
        "android" => AxmlNamespace.Android,
        "tools" => Tools,
        _ => "urn:undeclared:" + prefix,
    };
}

/// <summary>
/// The encoding of a config.xml. Cordova reads every file as UTF-8, so a file that is valid UTF-8 is read as such whatever it declares:
/// many files still declare what an editor once wrote.
/// </summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="IsGuess">True when the bytes are not in the encoding that the file declares.</param>
internal sealed partial record ConfigEncoding(Encoding Encoding, bool IsGuess)
{
    private const byte Escape = 0x1B;
    private const int LongestDeclaration = 200;

    public static ConfigEncoding Of(ReadOnlySpan<byte> bytes)
    {
        if ((TextEncodings.OfMark(bytes) ?? OfFirstLetter(bytes)) is { } certain)
            return new(certain, false);
        // ISO-2022-JP consists of ASCII bytes and escape characters, which XML does not allow.
        if (TextEncodings.IsUtf8(bytes, moreFollow: false) && !bytes.Contains(Escape))
            return new(TextEncodings.Find("utf-8")!, false);
        return Declared(bytes) is { } declared && TextEncodings.Find(declared) is { } encoding && encoding.CodePage is not (65001 or 1200 or 1201)
            ? new(encoding, false)
            : new(TextEncodings.Find("windows-1252")!, true);
    }

    private static Encoding? OfFirstLetter(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'<', 0, ..] => Encoding.Unicode,
        [0, (byte)'<', ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestDeclaration)]);
        return Declaration.Match(head) is { Success: true } match ? match.Groups["label"].Value : null;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*?\sencoding\s*=\s*["'](?<label>[^"'>]+)["']""", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration { get; }
}
