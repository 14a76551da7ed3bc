using System.Buffers;
using System.Globalization;
using System.Text;

namespace Slipway.Server.Queue;

/// <summary>
/// Makes untrusted text safe for a log: one line of limited length that no terminal, browser or log reader can misinterpret.
/// </summary>
internal static class LogText
{
    /// <summary>Maximum number of characters of a line.</summary>
    public const int MostCharacters = 4096;

    private const string Cut = " … (cut)";

    /// <summary>Returns the text with all control characters of displays escaped.</summary>
    public static string Clean(string text, int most = MostCharacters)
    {
        if (text.Length <= most && IsPlain(text))
            return text;
        var clean = new StringBuilder(Math.Min(text.Length, most) + 16);
        var rest = text.AsSpan();
        while (rest.Length > 0 && clean.Length < most)
        {
            var known = Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done;
            if (known && !Steers(rune))
                clean.Append(rest[..used]);
            else
                Escape(clean, known ? rune.Value : rest[0]);
            rest = rest[used..];
        }

        return rest.Length > 0 ? clean.Append(Cut).ToString() : clean.ToString();
    }

    private static void Escape(StringBuilder clean, int character) => _ = character switch
    {
        '\n' => clean.Append(@"\n"),
        '\r' => clean.Append(@"\r"),
        '\t' => clean.Append(' '),
        _ => clean.Append(CultureInfo.InvariantCulture, $@"\u{character:x4}"),
    };

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    // Format characters reverse the direction of text or are invisible; the separators end lines for some readers.
    private static bool Steers(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
