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
