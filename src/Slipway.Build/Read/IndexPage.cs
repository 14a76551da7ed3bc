using System.Net;

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
        var html = HtmlTags.WithoutComments(PageText.Read(buffer.AsSpan(0, count), moreFollow: count < file.Length));
        var links = HtmlTags.Find(html, "link");
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
        links.Where(link => IsRelated(link, "manifest")).Select(link => HtmlTags.Attribute(link, "href")).FirstOrDefault() is { Length: > 0 } address ? address : null;

    // Safari's icons have no transparency and 180 pixels unless said otherwise, those of other browsers are often the smallest of all.
    private static IEnumerable<PageIcon> FindIcons(List<string> links) => links
        .Where(link => IsRelated(link, "icon") || IsRelated(link, "apple-touch-icon") || IsRelated(link, "apple-touch-icon-precomposed"))
        .Select(link => (Address: HtmlTags.Attribute(link, "href"), Sizes: HtmlTags.Attribute(link, "sizes") ?? (IsRelated(link, "icon") ? "" : "180x180")))
        .Where(icon => icon.Address is { Length: > 0 })
        .Select(icon => new PageIcon(icon.Address!, IconSizes.Largest(icon.Sizes)));

    private static bool IsRelated(string link, string relation) =>
        HtmlTags.Attribute(link, "rel") is { } relations && relations.Split((char[]?)null).Contains(relation, StringComparer.OrdinalIgnoreCase);
}
