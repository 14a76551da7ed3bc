using System.Collections.Frozen;
using System.Globalization;

namespace Slipway.Build.Plan.Css;

/// <summary>
/// Colours as CSS writes them (https://www.w3.org/TR/css-color-4/), converted to sRGB: hexadecimal digits, names, <c>rgb()</c>,
/// <c>hsl()</c>, <c>hwb()</c>, <c>lab()</c>, <c>lch()</c>, <c>oklab()</c>, <c>oklch()</c> and <c>color()</c>, with commas where the older syntax
/// has them. Values that depend on a page (<c>currentcolor</c>, <c>var()</c>, system colours) are not colours here.
/// </summary>
internal static class CssColour
{
    /// <summary>Reads a colour; returns null when the text is not one.</summary>
    public static Colour? Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.StartsWith('#'))
            return Hexadecimal(trimmed[1..]);
        return CssFunction.Parse(trimmed) is { } function ? Of(function) : CssColourNames.Find(trimmed);
    }

    // CSS puts alpha last where Android puts it first.
    private static Colour? Hexadecimal(string digits) =>
        Colour.Hexadecimal(digits) is { } colour && digits.Length is 4 or 8 ? new Colour((colour.Argb << 24) | (colour.Argb >> 8)) : Colour.Hexadecimal(digits);

    private static Colour? Of(CssFunction function)
    {
        var values = function.Values;
        (double, double, double)? rgb = function.Name switch
        {
            "rgb" or "rgba" => (values[0].Of(255) / 255, values[1].Of(255) / 255, values[2].Of(255) / 255),
            "hsl" or "hsla" => CssColourSpaces.FromHsl(values[0].Number, values[1].Fraction, values[2].Fraction),
            "hwb" => CssColourSpaces.FromHwb(values[0].Number, values[1].Fraction, values[2].Fraction),
            "lab" => CssColourSpaces.FromLab(values[0].Of(100), values[1].Of(125), values[2].Of(125)),
            "lch" => CssColourSpaces.FromLab(values[0].Of(100), Across(values[1].Of(150), values[2]), Along(values[1].Of(150), values[2])),
            "oklab" => CssColourSpaces.FromOklab(values[0].Of(1), values[1].Of(0.4), values[2].Of(0.4)),
            "oklch" => CssColourSpaces.FromOklab(values[0].Of(1), Across(values[1].Of(0.4), values[2]), Along(values[1].Of(0.4), values[2])),
            "color" => CssColourSpaces.FromSpace(function.Space!, values[0].Of(1), values[1].Of(1), values[2].Of(1)),
            _ => null,
        };
        return rgb is var (red, green, blue) ? new Colour((Byte(function.Alpha) << 24) | (Byte(red) << 16) | (Byte(green) << 8) | Byte(blue)) : null;
    }

    private static double Across(double chroma, CssNumber hue) => Math.Max(0, chroma) * Math.Cos(hue.Number * Math.PI / 180);

    private static double Along(double chroma, CssNumber hue) => Math.Max(0, chroma) * Math.Sin(hue.Number * Math.PI / 180);

    private static uint Byte(double value) => double.IsNaN(value) ? 0 : (uint)Math.Floor((Math.Clamp(value, 0, 1) * 255) + 0.5);
}

/// <summary>The named colours of CSS (https://www.w3.org/TR/css-color-4/#named-colors).</summary>
internal static class CssColourNames
{
    private const string Table =
        "aliceblue f0f8ff antiquewhite faebd7 aqua 00ffff aquamarine 7fffd4 azure f0ffff beige f5f5dc bisque ffe4c4 black 000000 "
        + "blanchedalmond ffebcd blue 0000ff blueviolet 8a2be2 brown a52a2a burlywood deb887 cadetblue 5f9ea0 chartreuse 7fff00 "
        + "chocolate d2691e coral ff7f50 cornflowerblue 6495ed cornsilk fff8dc crimson dc143c cyan 00ffff darkblue 00008b darkcyan 008b8b "
        + "darkgoldenrod b8860b darkgray a9a9a9 darkgreen 006400 darkgrey a9a9a9 darkkhaki bdb76b darkmagenta 8b008b "
        + "darkolivegreen 556b2f darkorange ff8c00 darkorchid 9932cc darkred 8b0000 darksalmon e9967a darkseagreen 8fbc8f "
        + "darkslateblue 483d8b darkslategray 2f4f4f darkslategrey 2f4f4f darkturquoise 00ced1 darkviolet 9400d3 deeppink ff1493 "
        + "deepskyblue 00bfff dimgray 696969 dimgrey 696969 dodgerblue 1e90ff firebrick b22222 floralwhite fffaf0 forestgreen 228b22 "
        + "fuchsia ff00ff gainsboro dcdcdc ghostwhite f8f8ff gold ffd700 goldenrod daa520 gray 808080 green 008000 greenyellow adff2f "
        + "grey 808080 honeydew f0fff0 hotpink ff69b4 indianred cd5c5c indigo 4b0082 ivory fffff0 khaki f0e68c lavender e6e6fa "
        + "lavenderblush fff0f5 lawngreen 7cfc00 lemonchiffon fffacd lightblue add8e6 lightcoral f08080 lightcyan e0ffff "
        + "lightgoldenrodyellow fafad2 lightgray d3d3d3 lightgreen 90ee90 lightgrey d3d3d3 lightpink ffb6c1 lightsalmon ffa07a "
        + "lightseagreen 20b2aa lightskyblue 87cefa lightslategray 778899 lightslategrey 778899 lightsteelblue b0c4de lightyellow ffffe0 "
        + "lime 00ff00 limegreen 32cd32 linen faf0e6 magenta ff00ff maroon 800000 mediumaquamarine 66cdaa mediumblue 0000cd "
        + "mediumorchid ba55d3 mediumpurple 9370db mediumseagreen 3cb371 mediumslateblue 7b68ee mediumspringgreen 00fa9a "
        + "mediumturquoise 48d1cc mediumvioletred c71585 midnightblue 191970 mintcream f5fffa mistyrose ffe4e1 moccasin ffe4b5 "
        + "navajowhite ffdead navy 000080 oldlace fdf5e6 olive 808000 olivedrab 6b8e23 orange ffa500 orangered ff4500 orchid da70d6 "
        + "palegoldenrod eee8aa palegreen 98fb98 paleturquoise afeeee palevioletred db7093 papayawhip ffefd5 peachpuff ffdab9 peru cd853f "
        + "pink ffc0cb plum dda0dd powderblue b0e0e6 purple 800080 rebeccapurple 663399 red ff0000 rosybrown bc8f8f royalblue 4169e1 "
        + "saddlebrown 8b4513 salmon fa8072 sandybrown f4a460 seagreen 2e8b57 seashell fff5ee sienna a0522d silver c0c0c0 skyblue 87ceeb "
        + "slateblue 6a5acd slategray 708090 slategrey 708090 snow fffafa springgreen 00ff7f steelblue 4682b4 tan d2b48c teal 008080 "
        + "thistle d8bfd8 tomato ff6347 turquoise 40e0d0 violet ee82ee wheat f5deb3 white ffffff whitesmoke f5f5f5 yellow ffff00 "
        + "yellowgreen 9acd32";

    private static readonly FrozenDictionary<string, uint> Colours = Table.Split(' ').Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => uint.Parse(pair[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the colour of a name; null when the name is unknown.</summary>
    public static Colour? Find(string name)
    {
        if (name.Equals("transparent", StringComparison.OrdinalIgnoreCase))
            return default(Colour);
        return Colours.TryGetValue(name, out var rgb) ? new Colour(0xFF000000 | rgb) : null;
    }
}
