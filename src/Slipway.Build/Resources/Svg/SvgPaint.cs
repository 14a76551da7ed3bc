using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Build.Plan.Css;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Rewrites colours and paints so that any reader of SVG 1.1 understands them.</summary>
internal static class SvgPaint
{
    // Mixtures of colours can nest; no real colour is longer than this.
    private const int MostLength = 2000;

    /// <summary>Returns whether the value is a colour or, for fill and stroke, also <c>none</c>, a reference or a paint of the context.</summary>
    public static bool IsValid(string name, string value) => Write(name, value) is not null;

    /// <summary>Returns the value in the older syntax; null when it is invalid.</summary>
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

    /// <summary>Returns a colour as hexadecimal digits, or as <c>rgba()</c> when it is not opaque; <c>currentColor</c> stays.</summary>
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

    /// <summary>Returns a colour that does not depend on its element; null when the text is not one.</summary>
    public static Colour? Of(string text) => text.Length > MostLength ? null : OfSystem(text) ?? CssColour.Parse(text) ?? SvgColourMix.Of(text);

    /// <summary>Returns a colour in the older syntax.</summary>
    public static string Write(Colour colour)
    {
        var rgb = colour.Argb & 0xFFFFFF;
        return colour.Argb >> 24 == 0xFF
            ? $"#{rgb:x6}"
            : string.Create(CultureInfo.InvariantCulture, $"rgba({rgb >> 16},{(rgb >> 8) & 0xFF},{rgb & 0xFF},{(colour.Argb >> 24) / 255.0:0.#####})");
    }

    // The system colours of a light page (https://drafts.csswg.org/css-color-4/#css-system-colors), with Chromium's values.
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

/// <summary>Computes <c>color-mix()</c> in sRGB (https://www.w3.org/TR/css-color-5/#color-mix); other colour spaces are not supported.</summary>
internal static class SvgColourMix
{
    private const string Name = "color-mix(";

    public static Colour? Of(string text)
    {
        if (!text.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(')') || CssText.Split(text[Name.Length..^1], ',') is not [{ } space, { } first, { } second])
            return null;
        if (!space.Equals("in srgb", StringComparison.OrdinalIgnoreCase) || Part(first) is not var (a, shareA) || Part(second) is not var (b, shareB))
            return null;
        var p = shareA ?? 1 - (shareB ?? 0.5);
        var q = shareB ?? 1 - p;
        if (p + q <= 0)
            return null;
        var alpha = Math.Min(1, p + q);
        p /= p + q;
        var opaque = (p * (a.Argb >> 24)) + ((1 - p) * (b.Argb >> 24));
        return new Colour(Channel(opaque * alpha) << 24 | Mixed(16) << 16 | Mixed(8) << 8 | Mixed(0));

        uint Mixed(int shift) => opaque <= 0 ? 0 : Channel(((p * Premultiplied(a, shift)) + ((1 - p) * Premultiplied(b, shift))) / opaque);
    }

    private static double Premultiplied(Colour colour, int shift) => (double)((colour.Argb >> shift) & 0xFF) * (colour.Argb >> 24);

    private static (Colour Colour, double? Share)? Part(string text)
    {
        var words = CssText.Words(text);
        var share = words.Find(w => w.EndsWith('%'));
        words.RemoveAll(w => w.EndsWith('%'));
        if (words.Count != 1 || SvgPaint.Of(words[0]) is not { } colour)
            return null;
        return share is null ? (colour, null) : CssLength.Parse(share, 1, CssLength.RootSize) is >= 0 and <= 1 and var part ? (colour, part) : null;
    }

    private static uint Channel(double value) => (uint)Math.Clamp(Math.Round(value), 0, 255);
}
