using System.Buffers;
using System.Globalization;
using System.Text;

namespace Slipway.Protocol.Text;

/// <summary>
/// Foreign text as one line that no terminal, no browser and no reader of a log takes for anything else: it cannot end the line, move
/// a cursor, turn the direction of text around, or hide what it says.
/// </summary>
public static class SafeLine
{
    /// <summary>The usual bound of a line, in characters.</summary>
    public const int Longest = 4096;

    private const string Cut = " … (cut)";
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>The text with everything unsafe escaped. Mask secrets before: they are not found in a text that was cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Characters that the line may have, with the mark that it was cut.</param>
    public static string Of(string text, int most = Longest)
    {
        if (text.Length <= most && IsPlain(text))
            return text;
        var line = new StringBuilder(Math.Min(text.Length, most) + 16);
        var uncut = 0;
        for (var rest = text.AsSpan(); rest.Length > 0;)
        {
            rest = rest[Append(line, rest)..];
            if (line.Length > most)
                return line.ToString(0, uncut) + Cut;
            if (line.Length <= most - Cut.Length)
                uncut = line.Length;
        }

        return line.ToString();
    }

    /// <summary>A text of any length in which only line feeds end lines, each line being safe.</summary>
    /// <param name="text">The text.</param>
    public static string OfEach(string text) => IsPlain(text) ? text : string.Join('\n', text.Split('\n').Select(line => Of(line, int.MaxValue)));

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static int Append(StringBuilder line, ReadOnlySpan<char> text)
    {
        var isWhole = Rune.DecodeFromUtf16(text, out var rune, out var used) == OperationStatus.Done;
        if (isWhole && !IsUnsafe(rune))
            line.Append(text[..used]);
        else
            Escape(line, isWhole ? rune.Value : text[0]);
        return used;
    }

    private static void Escape(StringBuilder line, int character) => _ = character switch
    {
        '\n' => line.Append(@"\n"),
        '\r' => line.Append(@"\r"),
        '\t' => line.Append(' '),
        > 0xFFFF => line.Append(CultureInfo.InvariantCulture, $@"\U{character:x8}"),
        _ => line.Append(CultureInfo.InvariantCulture, $@"\u{character:x4}"),
    };

    // Format characters turn the direction of text around or do not show. The joiners are left: scripts and emoji are made with them.
    private static bool IsUnsafe(Rune rune) => rune.Value is not (ZeroWidthNonJoiner or ZeroWidthJoiner) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
