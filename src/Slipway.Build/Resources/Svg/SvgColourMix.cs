using Slipway.Build.Plan;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

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
