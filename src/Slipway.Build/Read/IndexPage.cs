using System.Net;

namespace Slipway.Build.Read;

/// <summary>
/// Reads from a start page its title, the address of its manifest and its icons. It is a tolerant scan of the first quarter
/// megabyte, not an HTML parser: the build derives what it misses, or the user gives it with options.
/// </summary>
internal sealed record IndexPage(string? Title, string? Manifest, IReadOnlyList<PageIcon> Icons)
{
    private const int HeadLimit = 256 * 1024;

    public static IndexPage Read(AppFile file)
    {
        var tags = Tags(file);
        var links = tags.FindAll(tag => tag.Name == "link");
        return new IndexPage(FindTitle(tags), FindManifest(links), [.. FindIcons(links)]);
    }

    /// <summary>Returns the tags at the beginning of a page.</summary>
    public static List<PageTag> Tags(AppFile file)
    {
        var buffer = new byte[Math.Min(file.Length, HeadLimit)];
        using var stream = file.Open();
        var count = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return [.. PageTags.Read(PageText.Read(buffer.AsSpan(0, count), moreFollow: count < file.Length))];
    }

    private static string? FindTitle(List<PageTag> tags)
    {
        if (tags.Find(tag => tag.Name == "title") is not { } title)
            return null;
        var words = WebUtility.HtmlDecode(title.Content).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join(' ', words) : null;
    }

    private static string? FindManifest(List<PageTag> links) =>
        links.Where(link => IsRelated(link, "manifest")).Select(link => link.Attribute("href")).FirstOrDefault() is { Length: > 0 } address ? address : null;

    // Safari's icons have no transparency and are 180 pixels wide unless declared otherwise; icons for other browsers are often the smallest.
    private static IEnumerable<PageIcon> FindIcons(List<PageTag> links) => links
        .Where(link => IsRelated(link, "icon") || IsRelated(link, "apple-touch-icon") || IsRelated(link, "apple-touch-icon-precomposed"))
        .Select(link => (Address: link.Attribute("href"), Sizes: link.Attribute("sizes") ?? (IsRelated(link, "icon") ? "" : "180x180")))
        .Where(icon => icon.Address is { Length: > 0 })
        .Select(icon => new PageIcon(icon.Address!, IconSizes.Largest(icon.Sizes)));

    private static bool IsRelated(PageTag link, string relation) =>
        link.Attribute("rel") is { } relations && relations.Split((char[]?)null).Contains(relation, StringComparer.OrdinalIgnoreCase);
}
