using System.Globalization;
using System.Text;

namespace Slipway.Worker.Redaction;

/// <summary>Turns a text of unknown origin into one harmless line: it cannot end the line, move the cursor or hide its content.</summary>
public static class LogLine
{
    /// <summary>Maximum number of characters of a line, including the mark of truncation.</summary>
    public const int Longest = 8192;

    private const int RoomForMark = 48;

    /// <summary>Escapes characters that are not plain text, and truncates a long text. Mask secrets before, because a truncated secret is not found.</summary>
    public static string Clean(string text)
    {
        if (text.Length <= Longest - RoomForMark && IsPlain(text))
            return text;
        var line = new StringBuilder(Math.Min(text.Length, Longest) + 16);
        var read = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var before = line.Length;
            Append(line, rune);
            if (line.Length > Longest - RoomForMark)
            {
                line.Length = before;
                return line.Append(CultureInfo.InvariantCulture, $"… ({text.Length - read} more characters)").ToString();
            }

            read += rune.Utf16SequenceLength;
        }

        return line.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsUnsafe(rune))
                return false;
        }

        return true;
    }

    private static void Append(StringBuilder line, Rune rune) => _ = rune.Value switch
    {
        '\n' => line.Append("\\n"),
        '\r' => line.Append("\\r"),
        '\t' => line.Append("\\t"),
        var value when IsUnsafe(rune) => value > 0xffff ? line.Append(CultureInfo.InvariantCulture, $"\\U{value:x8}") : line.Append(CultureInfo.InvariantCulture, $"\\u{value:x4}"),
        _ => line.Append(rune.ToString()),
    };

    // Control characters (C0, C1), line and paragraph separators, and characters that change direction or are invisible.
    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
