using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Build.Plan.Css;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Colours and paints, written so that any reader of SVG 1.1 understands them.</summary>
internal static class SvgPaint
{
    // Mixtures nest; no colour that anybody writes is as long.
    private const int MostLength = 2000;

    /// <summary>Is it a colour, or for properties that paint also <c>none</c>, a reference or what the context has?</summary>
    public static bool IsValid(string name, string value) => Write(name, value) is not null;

    /// <summary>The value in the older syntax; null when it is none.</summary>
    public static string? Write(string name, string value)
    {
        if (name is not ("fill" or "stroke"))
            return WriteColour(value);
        if (value.ToLowerInvariant() is "none" or "context-fill" or "context-stroke")
            return value.ToLowerInvariant();
        if (!value.StartsWith("url(", StringComparison.OrdinalIgnoreCase))
            return WriteColour(value);
        var words = CssText.Words(value);
        var fallback = words.Count == 1 ? "none" : words.Count > 2 ? null : words[1].Equals("none", StringComparison.OrdinalIgnoreCase) ? "none" : WriteColour(words[1]);
        return fallback is null ? null : $"{words[0]} {fallback}";
    }

    /// <summary>A colour as hexadecimal digits, or as <c>rgba()</c> when it is not opaque; <c>currentColor</c> stays.</summary>
    public static string? WriteColour(string value)
    {
        var text = value.Trim();
        if (text.Length > MostLength)
            return null;
        var lower = text.ToLowerInvariant();
        if (lower == "currentcolor")
            return "currentColor";
        if (lower.StartsWith("light-dark(", StringComparison.Ordinal) && lower.EndsWith(')'))
            return CssText.Split(text[11..^1], ',') is [{ } light, _] ? WriteColour(light) : null;
        return Of(text) is { } colour ? Write(colour) : null;
    }

    /// <summary>A colour that does not depend on where it stands; null when it is none.</summary>
    public static Colour? Of(string text) => text.Length > MostLength ? null : OfSystem(text) ?? CssColour.Parse(text) ?? SvgColourMix.Of(text);

    /// <summary>A colour in the older syntax.</summary>
    public static string Write(Colour colour)
    {
        var rgb = colour.Argb & 0xFFFFFF;
        return colour.Argb >> 24 == 0xFF
            ? $"#{rgb:x6}"
            : string.Create(CultureInfo.InvariantCulture, $"rgba({rgb >> 16},{(rgb >> 8) & 0xFF},{rgb & 0xFF},{(colour.Argb >> 24) / 255.0:0.#####})");
    }

    // The colours that browsers have for a light page (https://drafts.csswg.org/css-color-4/#css-system-colors), as Chromium has them.
    private static Colour? OfSystem(string text) => text.ToLowerInvariant() switch
    {
        "canvas" or "field" => Colour.White,
        "canvastext" or "fieldtext" or "buttontext" or "buttonborder" or "marktext" => new Colour(0xFF000000),
        "linktext" => new Colour(0xFF0000EE),
        "visitedtext" => new Colour(0xFF551A8B),
        "activetext" => new Colour(0xFFFF0000),
        "buttonface" => new Colour(0xFFEFEFEF),
        "graytext" => new Colour(0xFF808080),
        "mark" => new Colour(0xFFFFFF00),
        _ => null,
    };
}
