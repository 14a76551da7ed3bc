using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Build.Read.Finding;

/// <summary>Detects pages that are the source of a bundler, which browsers cannot show.</summary>
internal static partial class SourcePage
{
    private const int Looked = 256 * 1024;

    private static readonly HashSet<string> Sources = new(StringComparer.OrdinalIgnoreCase) { ".ts", ".tsx", ".mts", ".cts", ".jsx", ".vue", ".svelte", ".astro" };

    private static readonly HashSet<string> Styles = new(StringComparer.OrdinalIgnoreCase) { ".scss", ".sass", ".less", ".styl" };

    // Create React App, Vite, SvelteKit.
    private static readonly string[] Placeholders = ["%PUBLIC_URL%", "%BASE_URL%", "%REACT_APP_", "%VITE_", "%sveltekit."];

    /// <summary>Returns the line that proves it, and what that line contains as a part of a sentence; null when nothing proves it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="find">Finds a file that the page loads by its path from the web root.</param>
    public static (int Line, string What)? Look(AppFile page, Func<string, AppFile?> find)
    {
        var tags = PageTags.Read(Head(page)).ToList();
        var hasMap = tags.Exists(tag => tag.Name == "script" && tag.Attribute("type") == "importmap");
        foreach (var tag in tags)
        {
            if (Mark(tag, hasMap, find) is { } what)
                return (tag.Line, what);
        }

        return null;
    }

    private static string? Mark(PageTag tag, bool hasMap, Func<string, AppFile?> find) => tag.Name switch
    {
        "script" => Placeholder(tag.Text) ?? OfScript(tag, hasMap, find),
        "link" => Placeholder(tag.Text) ?? OfStyle(tag),
        "meta" or "base" => Placeholder(tag.Text),
        "title" => Placeholder(tag.Content),
        _ => null,
    };

    private static string? Placeholder(string text)
    {
        if (Array.Find(Placeholders, mark => text.Contains(mark, StringComparison.Ordinal)) is { } found)
            return $"holds {found.TrimEnd('_', '.').TrimEnd('%')}%, which a bundler replaces";
        var open = text.IndexOf("<%", StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf("%>", open, StringComparison.Ordinal);
        return close < 0 ? null : $"holds {Shorten(text[open..(close + 2)])}, which a bundler replaces";
    }

    private static string? OfStyle(PageTag tag) =>
        "stylesheet".Equals(tag.Attribute("rel"), StringComparison.OrdinalIgnoreCase) && PathOf(tag.Attribute("href")) is { } path && Styles.Contains(Path.GetExtension(path))
            ? Loads(tag.Attribute("href")!)
            : null;

    private static string? OfScript(PageTag tag, bool hasMap, Func<string, AppFile?> find)
    {
        var type = tag.Attribute("type")?.Trim().ToLowerInvariant();
        if (type is not (null or "" or "module" or "text/javascript" or "application/javascript"))
            return null;
        if (tag.Attribute("src") is not { } source)
            return type == "module" ? Imports(tag.Content, hasMap) : null;
        if (PathOf(source) is not { } path)
            return null;
        if (Sources.Contains(Path.GetExtension(path)))
            return Loads(source);
        return type == "module" && find(path) is { } script && Imports(Head(script), hasMap) is { } imports
            ? $"loads {Shorten(source)}, which {imports}"
            : null;
    }

    private static string Loads(string address) => $"loads {Shorten(address)}, which no browser runs as it is";

    // Imports of packages by name need a bundler or an import map, and so do imports of files that are not scripts.
    private static string? Imports(string script, bool hasMap) => Import.Matches(script).Select(match => match.Groups["from"].Value)
        .Where(from => (!hasMap && IsPackage(from)) || Sources.Contains(Path.GetExtension(from)) || Styles.Contains(Path.GetExtension(from)))
        .Select(from => $"imports {Shorten(from)}, which no browser finds")
        .FirstOrDefault();

    private static bool IsPackage(string from) => char.IsAsciiLetter(from[0]) || from[0] == '@' ? !AppAddress.IsAbsolute(from) : false;

    private static string? PathOf(string? address) => address is null ? null : AppAddress.Resolve(AppReader.StartFile, address)?.Path;

    private static string Head(AppFile file)
    {
        var buffer = new byte[Math.Min(file.Length, Looked)];
        using var stream = file.Open();
        return Encoding.UTF8.GetString(buffer, 0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..59] + "…";

    [GeneratedRegex("""^[ \t]*import[ \t]+([\w$*{},\s]+[ \t}]from[ \t]*)?["'](?<from>[^"'\r\n]+)["']""", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Import { get; }
}
