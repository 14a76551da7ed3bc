using System.Net;
using System.Text;

namespace Slipway.Build.Read;

/// <summary>
/// What a start page tells about its app: its title, the address of its manifest, and its icons. A forgiving scan of the first
/// quarter megabyte, not a parser of HTML: what it misses is derived or can be said by options.
/// </summary>
internal sealed record IndexPage(string? Title, string? Manifest, IReadOnlyList<PageIcon> Icons)
{
    private const int HeadLimit = 256 * 1024;

    public static IndexPage Read(AppFile file)
    {
        var buffer = new byte[Math.Min(file.Length, HeadLimit)];
        using var stream = file.Open();
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var html = WithoutComments(Encoding.UTF8.GetString(buffer, 0, count));
        var links = Links(html);
        return new IndexPage(FindTitle(html), FindManifest(links), [.. FindIcons(links)]);
    }

    private static string? FindTitle(string html)
    {
        var start = html.IndexOf("<title", StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : html.IndexOf('>', start);
        var end = open < 0 ? -1 : html.IndexOf('<', open);
        if (end < 0)
            return null;
        var words = WebUtility.HtmlDecode(html[(open + 1)..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join(' ', words) : null;
    }

    private static string? FindManifest(List<string> links) =>
        links.Where(link => IsRelated(link, "manifest")).Select(link => Attribute(link, "href")).FirstOrDefault() is { Length: > 0 } address ? address : null;

    // Safari's icons have no transparency and 180 pixels unless said otherwise, those of other browsers are often the smallest of all.
    private static IEnumerable<PageIcon> FindIcons(List<string> links) => links
        .Where(link => IsRelated(link, "icon") || IsRelated(link, "apple-touch-icon") || IsRelated(link, "apple-touch-icon-precomposed"))
        .Select(link => (Address: Attribute(link, "href"), Sizes: Attribute(link, "sizes") ?? (IsRelated(link, "icon") ? "" : "180x180")))
        .Where(icon => icon.Address is { Length: > 0 })
        .Select(icon => new PageIcon(icon.Address!, IconSizes.Largest(icon.Sizes)));

    private static bool IsRelated(string link, string relation) =>
        Attribute(link, "rel") is { } relations && relations.Split((char[]?)null).Contains(relation, StringComparer.OrdinalIgnoreCase);

    private static List<string> Links(string html)
    {
        var links = new List<string>();
        for (var at = 0; (at = html.IndexOf("<link", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = EndOfTag(html, at);
            if (end < 0)
                break;
            links.Add(html[at..end].TrimEnd('/'));
            at = end;
        }

        return links;
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

    private static string? Attribute(ReadOnlySpan<char> element, string name)
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

    private static string WithoutComments(string html)
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
