using System.Net;

namespace Slipway.Build.Read;

/// <summary>
/// Finds the start tags of a page in a tolerant scan that knows comments, quotes and scripts. A tag that is cut off at the end does not count.
/// </summary>
internal static class PageTags
{
    private static readonly HashSet<string> WithText = new(StringComparer.Ordinal) { "script", "style", "title", "textarea", "template", "xmp" };

    /// <summary>Returns the tags in their order.</summary>
    public static IEnumerable<PageTag> Read(string html)
    {
        var (line, counted) = (1, 0);
        for (var at = 0; (at = html.IndexOf('<', at)) >= 0;)
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (at < 0)
                    yield break;
                continue;
            }

            if (at + 1 == html.Length || !char.IsAsciiLetter(html[at + 1]))
            {
                at++;
                continue;
            }

            var end = EndOf(html, at);
            if (end < 0)
                yield break;
            line += html.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var text = html[(at + 1)..end].TrimEnd('/');
            var name = text[..NameLength(text)].ToLowerInvariant();
            at = end;
            var close = WithText.Contains(name) ? html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase) : end;
            var content = close > end + 1 ? html[(end + 1)..close] : "";
            if (close > end)
                at = close;
            yield return new PageTag(name, text, line, content);
        }
    }

    private static int NameLength(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return length;
    }

    // A picture in a data: address may contain the character that ends a tag, and so may a placeholder of a template engine.
    private static int EndOf(string html, int at)
    {
        var (quote, before) = ('\0', '<');
        for (; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && before == '=')
                quote = c;
            else if (c == '>' && before != '%')
                return at;
            before = char.IsWhiteSpace(c) ? before : c;
        }

        return -1;
    }
}

/// <summary>A start tag of a page.</summary>
/// <param name="Name">Its name in lower case.</param>
/// <param name="Text">The text between the angle brackets.</param>
/// <param name="Line">Line of the page, from 1.</param>
/// <param name="Content">For scripts, styles, titles and similar elements, the text up to the end tag; otherwise empty.</param>
internal sealed record PageTag(string Name, string Text, int Line, string Content)
{
    /// <summary>Returns the value of an attribute; null when it is missing.</summary>
    public string? Attribute(string name)
    {
        for (var at = 0; (at = Text.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            var rest = Text.AsSpan(at + name.Length).TrimStart();
            if (at == 0 || !char.IsWhiteSpace(Text[at - 1]) || rest is not ['=', ..])
                continue;
            rest = rest[1..].TrimStart();
            var value = rest is ['"' or '\'', ..] ? rest[1..] : rest;
            var end = rest is ['"' or '\'', ..] ? value.IndexOf(rest[0]) : value.IndexOfAny(' ', '\t', '\n');
            return WebUtility.HtmlDecode((end < 0 ? value : value[..end]).ToString());
        }

        return null;
    }
}
