using System.Text;
using System.Text.RegularExpressions;
using Slipway.Formats.Text;

namespace Slipway.Build.Read;

/// <summary>
/// In which encoding a config.xml is. Cordova reads each as UTF-8, so one that is UTF-8 is read so whatever it declares: many declare
/// what an editor put there once.
/// </summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="IsGuess">The bytes are not what the file declares.</param>
internal sealed partial record ConfigEncoding(Encoding Encoding, bool IsGuess)
{
    private const byte Escape = 0x1B;
    private const int LongestDeclaration = 200;

    public static ConfigEncoding Of(ReadOnlySpan<byte> bytes)
    {
        if ((TextEncodings.OfMark(bytes) ?? OfFirstLetter(bytes)) is { } certain)
            return new(certain, false);
        // ISO-2022-JP looks like ASCII, but for its escapes, which no XML may have.
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
