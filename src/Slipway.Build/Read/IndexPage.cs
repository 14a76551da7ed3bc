using System.Globalization;
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

/// <summary>A picture that a page links to as its icon.</summary>
/// <param name="Source">Address, as written.</param>
/// <param name="Size">Largest declared number of pixels per side; 0 when not declared.</param>
public sealed record PageIcon(string Source, int Size);

/// <summary>Reads the <c>sizes</c> of icons, as in <c>16x16 32x32</c> or <c>any</c>.</summary>
internal static class IconSizes
{
    /// <summary>Returns the largest number of pixels per side; <see cref="int.MaxValue"/> for any, 0 when there is none.</summary>
    public static int Largest(string? sizes)
    {
        var largest = 0;
        foreach (var size in (sizes ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (size.Equals("any", StringComparison.OrdinalIgnoreCase))
                return int.MaxValue;
            var cross = size.AsSpan().IndexOfAny('x', 'X');
            if (cross > 0 && int.TryParse(size.AsSpan(0, cross), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels))
                largest = Math.Max(largest, pixels);
        }

        return largest;
    }
}
