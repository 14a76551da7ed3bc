using System.Net;
using System.Text;

namespace Slipway.Build.Read;

/// <summary>A forgiving scan of a page for tags.</summary>
internal static class HtmlTags
{
    /// <summary>The tags of a name, without the signs that end them.</summary>
    public static List<string> Find(string html, string name)
    {
        var tags = new List<string>();
        for (var at = 0; (at = html.IndexOf("<" + name, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = EndOfTag(html, at);
            if (end < 0)
                break;
            tags.Add(html[at..end].TrimEnd('/'));
            at = end;
        }

        return tags;
    }

    // A picture inside of an address may contain the sign that ends a tag.
    private static int EndOfTag(string html, int at)
    {
        for (var quote = '\0'; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>')
                return at;
        }

        return -1;
    }

    /// <summary>An attribute of a tag, or null.</summary>
    public static string? Attribute(ReadOnlySpan<char> element, string name)
    {
        for (var rest = element; ;)
        {
            var at = rest.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (at <= 0)
                return null;
            var after = rest[(at + name.Length)..].TrimStart();
            if (char.IsWhiteSpace(rest[at - 1]) && after.StartsWith("="))
                return WebUtility.HtmlDecode(Value(after[1..].TrimStart()).ToString());
            rest = rest[(at + name.Length)..];
        }
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> text)
    {
        if (text.Length > 0 && text[0] is '"' or '\'')
        {
            var end = text[1..].IndexOf(text[0]);
            return end < 0 ? text[1..] : text.Slice(1, end);
        }

        var space = text.IndexOfAny(' ', '\t', '\n');
        return space < 0 ? text : text[..space];
    }

    /// <summary>A page without what is in comments.</summary>
    public static string WithoutComments(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var start = html.IndexOf("<!--", at, StringComparison.Ordinal);
            text.Append(html, at, (start < 0 ? html.Length : start) - at);
            var end = start < 0 ? -1 : html.IndexOf("-->", start + 4, StringComparison.Ordinal);
            if (end < 0)
                break;
            at = end + 3;
        }

        return text.ToString();
    }
}
