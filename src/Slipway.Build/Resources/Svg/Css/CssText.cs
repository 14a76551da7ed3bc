using System.Text;

namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Splits CSS text outside of quotes and brackets.</summary>
internal static class CssText
{
    /// <summary>Returns the text with each comment replaced by a space.</summary>
    public static string WithoutComments(string css)
    {
        if (!css.Contains("/*", StringComparison.Ordinal))
            return css;
        var text = new StringBuilder(css.Length);
        for (var at = 0; at < css.Length;)
        {
            var start = css.IndexOf("/*", at, StringComparison.Ordinal);
            text.Append(css, at, (start < 0 ? css.Length : start) - at);
            var end = start < 0 ? -1 : css.IndexOf("*/", start + 2, StringComparison.Ordinal);
            at = end < 0 ? css.Length : end + 2;
            text.Append(' ');
        }

        return text.ToString();
    }

    /// <summary>Returns the position of the first of the characters, from a position on; the length of the text when there is none.</summary>
    public static int Find(string text, int from, string wanted)
    {
        var depth = 0;
        for (var at = from; at < text.Length; at++)
        {
            var c = text[at];
            if (depth == 0 && wanted.Contains(c, StringComparison.Ordinal))
                return at;
            if (c == '\\')
                at = EscapeEnd(text, at);
            else if (c is '"' or '\'')
                at = QuoteEnd(text, at);
            else if (c is '(' or '[' or '{')
                depth++;
            else if (c is ')' or ']' or '}')
                depth = Math.Max(0, depth - 1);
        }

        return text.Length;
    }

    /// <summary>Returns the parts between separators, trimmed.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        for (var at = 0; at <= text.Length;)
        {
            var end = Find(text, at, separator.ToString());
            parts.Add(text[at..end].Trim());
            at = end + 1;
        }

        return parts;
    }

    /// <summary>Returns the words between spaces; functions and quoted strings stay whole.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = Find(text, at, " \t\r\n\f");
            if (end > at)
                words.Add(text[at..end]);
            at = end + 1;
        }

        return words;
    }

    // An escape with hexadecimal digits includes the space after it.
    private static int EscapeEnd(string text, int at)
    {
        var digits = 0;
        while (digits < 6 && at + digits + 1 < text.Length && char.IsAsciiHexDigit(text[at + digits + 1]))
            digits++;
        if (digits == 0)
            return at + 1;
        var end = at + digits;
        return end + 1 < text.Length && char.IsWhiteSpace(text[end + 1]) ? end + 1 : end;
    }

    private static int QuoteEnd(string text, int open)
    {
        for (var at = open + 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == text[open])
                return at;
        }

        return text.Length;
    }
}
