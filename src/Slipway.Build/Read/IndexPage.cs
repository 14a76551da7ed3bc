using System.Net;
using System.Text;

namespace Slipway.Build.Read;

/// <summary>
/// The two facts that a start page tells about its app: its title, and the address of its manifest. A forgiving scan of the first
/// quarter megabyte, not a parser of HTML: what it misses is derived or can be said by options.
/// </summary>
internal sealed record IndexPage(string? Title, string? Manifest)
{
    private const int HeadLimit = 256 * 1024;

    public static IndexPage Read(AppFile file)
    {
        var buffer = new byte[Math.Min(file.Length, HeadLimit)];
        using var stream = file.Open();
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var html = WithoutComments(Encoding.UTF8.GetString(buffer, 0, count));
        return new IndexPage(FindTitle(html), FindManifest(html));
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

    private static string? FindManifest(string html)
    {
        for (var at = 0; (at = html.IndexOf("<link", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            var end = html.IndexOf('>', at);
            if (end < 0)
                return null;
            var element = html.AsSpan(at, end - at).TrimEnd('/');
            at = end;
            var relations = Attribute(element, "rel");
            if (relations is not null && relations.Split(' ').Contains("manifest", StringComparer.OrdinalIgnoreCase))
                return Attribute(element, "href") is { Length: > 0 } address ? address : null;
        }

        return null;
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
