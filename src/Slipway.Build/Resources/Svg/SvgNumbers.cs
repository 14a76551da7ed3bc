using System.Globalization;

namespace Slipway.Build.Resources.Svg;

/// <summary>Numbers and lengths in attributes.</summary>
internal static class SvgNumbers
{
    private const int MaxCount = 10_000;
    private static readonly (string Name, float Pixels)[] Units = [("px", 1), ("pt", 96f / 72), ("pc", 16), ("mm", 96 / 25.4f), ("cm", 96 / 2.54f), ("in", 96), ("em", 16)];

    public static float[] List(string text, SvgDocument document)
    {
        string[] parts = text.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length <= MaxCount ? [.. parts.Select(part => Parse(part, document))] : throw document.Invalid("a list of numbers is too long");
    }

    /// <summary>A length in pixels.</summary>
    /// <param name="text">Number with or without a unit.</param>
    /// <param name="whole">What 100 % is.</param>
    /// <param name="document">For faults.</param>
    public static float Length(string text, float whole, SvgDocument document)
    {
        text = text.Trim();
        if (text.EndsWith('%'))
        {
            return Parse(text[..^1], document) * whole / 100;
        }

        foreach ((string name, float pixels) in Units)
        {
            if (text.EndsWith(name, StringComparison.Ordinal))
            {
                return Parse(text[..^name.Length], document) * pixels;
            }
        }

        return Parse(text, document);
    }

    public static float Parse(string text, SvgDocument document) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && Math.Abs(value) < 1e9f
            ? value
            : throw document.Invalid($"'{text}' is not a number");
}
