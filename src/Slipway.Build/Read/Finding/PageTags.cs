using System.Text;

namespace Slipway.Build.Read.Finding;

/// <summary>The start tags of a page, of its first quarter megabyte: a forgiving scan that knows comments, quotes and scripts.</summary>
internal static class PageTags
{
    private const int Looked = 256 * 1024;

    private static readonly HashSet<string> WithText = new(StringComparer.Ordinal) { "script", "style", "title", "textarea", "template", "xmp" };

    /// <summary>The tags in their order.</summary>
    public static IEnumerable<PageTag> Read(AppFile page)
    {
        var html = Head(page);
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
            line += html.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var text = html[(at + 1)..end];
            var name = new string([.. text.TakeWhile(char.IsAsciiLetterOrDigit)]).ToLowerInvariant();
            at = end;
            var close = WithText.Contains(name) ? html.IndexOf("</" + name, end, StringComparison.OrdinalIgnoreCase) : end;
            var content = close > end + 1 ? html[(end + 1)..close] : "";
            if (close > end)
                at = close;
            yield return new PageTag(name, text, line, content);
        }
    }

    private static string Head(AppFile page)
    {
        var buffer = new byte[Math.Min(page.Length, Looked)];
        using var stream = page.Open();
        return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    private static int EndOf(string html, int at)
    {
        for (var quote = '\0'; at < html.Length; at++)
        {
            var c = html[at];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'')
                quote = c;
            else if (c == '>' && html[at - 1] != '%')
                return at;
        }

        return html.Length;
    }
}
