namespace Slipway.Build.Read;

/// <summary>Finds the scripts and style sheets that a page loads from the app but that the app does not contain.</summary>
internal static class PageParts
{
    private static readonly string[] Placeholders = ["{{", "${", "<%", "[["];

    /// <summary>Returns the missing parts in the order of the page.</summary>
    /// <param name="tags">The tags of the page.</param>
    /// <param name="page">Its path from the web root.</param>
    /// <param name="exists">Returns whether there is a file with this path.</param>
    public static IEnumerable<MissingPart> Missing(IReadOnlyList<PageTag> tags, string page, Func<string, bool> exists)
    {
        var start = page;
        foreach (var tag in tags)
        {
            if (tag.Name == "base" && tag.Attribute("href") is { } address)
            {
                if (AppAddress.Resolve(page, address) is not { } found)
                    yield break;
                start = found.Path;
            }
            else if (AddressOf(tag) is { Length: > 0 } part && !IsComputed(part) && AppAddress.Resolve(start, part) is { } file && !IsOfRuntime(file.Path) && !exists(file.Path))
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

    // The native parts of Cordova and Capacitor provide these scripts.
    private static bool IsOfRuntime(string path) => path[(path.LastIndexOf('/') + 1)..] is "cordova.js" or "cordova_plugins.js" or "phonegap.js" or "capacitor.js";

    // Template engines in the browser fill in such addresses.
    private static bool IsComputed(string address) => Array.Exists(Placeholders, sign => address.Contains(sign, StringComparison.Ordinal));
}

/// <summary>A script or style sheet that a page loads but that the app does not contain.</summary>
/// <param name="Address">Its address as the page writes it.</param>
/// <param name="Line">Line of the page.</param>
/// <param name="IsScript">True for a script, false for a style sheet.</param>
internal sealed record MissingPart(string Address, int Line, bool IsScript);
