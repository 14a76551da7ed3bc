namespace Slipway.Build.Read;

/// <summary>Finds what a page loads from the app and cannot have: its scripts and styles that are no files of the app.</summary>
internal static class PageParts
{
    private static readonly string[] Placeholders = ["{{", "${", "<%", "[["];

    /// <summary>The parts that are missing, in the order of the page.</summary>
    /// <param name="tags">The page.</param>
    /// <param name="page">Its path from the web root.</param>
    /// <param name="exists">Is there a file of this path?</param>
    public static IEnumerable<MissingPart> Missing(IReadOnlyList<PageTag> tags, string page, Func<string, bool> exists)
    {
        var start = page;
        foreach (var tag in tags)
        {
            if (tag.Name == "base" && tag.Attribute("href") is { } address)
            {
                if (WebAddress.Resolve(page, address) is not { } found)
                    yield break;
                start = found.Path;
            }
            else if (AddressOf(tag) is { Length: > 0 } part && !IsComputed(part) && WebAddress.Resolve(start, part) is { } file && !IsOfRuntime(file.Path) && !exists(file.Path))
            {
                yield return new MissingPart(part, tag.Line, tag.Name == "script");
            }
        }
    }

    private static string? AddressOf(PageTag tag) => tag.Name switch
    {
        "script" => tag.Attribute("src")?.Trim(),
        "link" when "stylesheet".Equals(tag.Attribute("rel")?.Trim(), StringComparison.OrdinalIgnoreCase) => tag.Attribute("href")?.Trim(),
        _ => null,
    };

    // Native parts of Cordova and Capacitor bring them.
    private static bool IsOfRuntime(string path) => path[(path.LastIndexOf('/') + 1)..] is "cordova.js" or "cordova_plugins.js" or "phonegap.js" or "capacitor.js";

    // Template engines that run in the browser fill such addresses in.
    private static bool IsComputed(string address) => Array.Exists(Placeholders, sign => address.Contains(sign, StringComparison.Ordinal));
}
