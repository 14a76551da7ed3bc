using SkiaSharp;
using Slipway.Build.Resources.Svg.Css;
using Svg.Skia.TypefaceProviders;

namespace Slipway.Build.Resources.Svg;

/// <summary>
/// The fonts that Debian's packages install for all users. The renderer uses no other fonts and does not ask fontconfig, whose answers
/// differ for each user.
/// </summary>
internal sealed class SvgFonts : ITypefaceProvider
{
    private const string Folder = "/usr/share/fonts";
    private const int MostFiles = 5_000;
    private const int NormalWidth = 5;

    // The fonts that Chromium uses on a plain Debian, then other common ones.
    private static readonly Dictionary<string, string[]> Generic = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sans-serif"] = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "FreeSans"],
        ["serif"] = ["DejaVu Serif", "Liberation Serif", "Noto Serif", "FreeSerif"],
        ["monospace"] = ["DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono", "FreeMono"],
        ["arial"] = ["Liberation Sans"],
        ["helvetica"] = ["Liberation Sans"],
        ["times"] = ["Liberation Serif"],
        ["times new roman"] = ["Liberation Serif"],
        ["courier new"] = ["Liberation Mono"],
        ["courier"] = ["Liberation Mono"],
    };

    private static readonly Lazy<List<Face>> Installed = new(Find);

    public static SvgFonts OfMachine { get; } = new();

    /// <summary>Returns the font family in which a text is drawn.</summary>
    /// <param name="families">The families that the picture names, best first.</param>
    /// <param name="text">The text; the font must have every character of it.</param>
    /// <returns>The family; null when no installed font suits.</returns>
    public static string? Choose(string families, string text)
    {
        var wanted = CssText.Split(families, ',').Select(f => f.Trim('"', '\'').Trim());
        return wanted.Append("sans-serif").SelectMany(f => Generic.GetValueOrDefault(f) is { } known ? [f, .. known] : (string[])[f])
            .FirstOrDefault(family => Best(family, 400, false) is { } face && face.Has(text));
    }

    /// <summary>Whether any font is installed.</summary>
    public static bool HasAny => Installed.Value.Count > 0;

    SKTypeface? ITypefaceProvider.FromFamilyName(string fontFamily, SKFontStyleWeight fontWeight, SKFontStyleWidth fontWidth, SKFontStyleSlant fontStyle) =>
        Best(fontFamily, (int)fontWeight, fontStyle != SKFontStyleSlant.Upright) is { } face ? SKTypeface.FromFile(face.File) : null;

    private static Face? Best(string family, int weight, bool isSlanted) => Installed.Value
        .Where(f => f.Family.Equals(family, StringComparison.OrdinalIgnoreCase))
        .OrderBy(f => f.IsSlanted == isSlanted ? 0 : 1)
        .ThenBy(f => Math.Abs(f.Width - NormalWidth))
        .ThenBy(f => Math.Abs(f.Weight - weight))
        .FirstOrDefault();

    private static List<Face> Find()
    {
        var faces = new List<Face>();
        if (!Directory.Exists(Folder))
            return faces;
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var files = Directory.EnumerateFiles(Folder, "*", options).Where(f => Path.GetExtension(f) is ".ttf" or ".otf").Take(MostFiles).Order(StringComparer.Ordinal);
        foreach (var file in files)
        {
            using var typeface = SKTypeface.FromFile(file);
            if (typeface is not null)
                faces.Add(new Face(file, typeface.FamilyName, typeface.FontWeight, typeface.FontWidth, typeface.FontSlant != SKFontStyleSlant.Upright));
        }

        return faces;
    }

    private sealed record Face(string File, string Family, int Weight, int Width, bool IsSlanted)
    {
        public bool Has(string text)
        {
            using var typeface = SKTypeface.FromFile(File);
            using var font = new SKFont(typeface);
            return font.ContainsGlyphs(text);
        }
    }
}
