using System.Collections.Frozen;
using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Properties of SVG 2 that change what a still picture shows.</summary>
internal static class SvgProperties
{
    private static readonly FrozenSet<string> Colours = Set("color fill stroke stop-color flood-color lighting-color");

    private static readonly FrozenSet<string> Numbers = Set("opacity fill-opacity stroke-opacity stop-opacity flood-opacity");

    private static readonly FrozenSet<string> Inherited = Set(
        "color fill fill-opacity fill-rule stroke stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset "
        + "clip-rule color-interpolation color-interpolation-filters visibility marker-start marker-mid marker-end paint-order image-rendering shape-rendering "
        + "direction dominant-baseline text-anchor text-rendering writing-mode font-family font-size font-style font-variant font-weight font-stretch letter-spacing word-spacing");

    private static readonly FrozenSet<string> Own = Set(
        "opacity stop-color stop-opacity flood-color flood-opacity lighting-color clip-path mask mask-type filter display overflow vector-effect mix-blend-mode isolation "
        + "alignment-baseline baseline-shift text-decoration transform transform-origin transform-box");

    private static readonly FrozenSet<string> OfCss = Set("x y cx cy r rx ry width height d rotate scale translate background background-color background-image mask-image");

    /// <summary>Returns whether an attribute can set the property.</summary>
    public static bool IsPresentation(string name) => Inherited.Contains(name) || Own.Contains(name);

    /// <summary>Returns whether this program uses the property.</summary>
    public static bool IsKnown(string name) => IsPresentation(name) || OfCss.Contains(name) || name.StartsWith("--", StringComparison.Ordinal);

    /// <summary>Returns whether children inherit the value.</summary>
    public static bool IsInherited(string name) => Inherited.Contains(name);

    /// <summary>Returns whether the value is a colour or a paint.</summary>
    public static bool IsColour(string name) => Colours.Contains(name);

    /// <summary>Returns whether a declaration is valid; an invalid one is ignored.</summary>
    public static bool IsValid(string name, string value)
    {
        if (!IsKnown(name) || value.Length == 0)
            return false;
        if (CssVariables.IsUsed(value) || name.StartsWith("--", StringComparison.Ordinal) || IsWide(value))
            return true;
        if (Colours.Contains(name))
            return SvgPaint.IsValid(name, value);
        return !Numbers.Contains(name) || CssLength.Parse(value, 1, CssLength.RootSize) is not null;
    }

    /// <summary>Returns whether a value is a keyword that every property accepts.</summary>
    public static bool IsWide(string value) => value.ToLowerInvariant() is "inherit" or "initial" or "unset" or "revert" or "revert-layer";

    /// <summary>Returns the properties that a shorthand sets.</summary>
    public static IEnumerable<(string Name, string Value)> Longhands(string name, string value) => name switch
    {
        "marker" => [("marker-start", value), ("marker-mid", value), ("marker-end", value)],
        "-webkit-mask" or "mask-image" or "-webkit-mask-image" => [("mask", value)],
        "font" => Font(value),
        "-webkit-filter" => [("filter", value)],
        "-webkit-clip-path" => [("clip-path", value)],
        "-webkit-transform" => [("transform", value)],
        "background-color" or "background-image" => [("background", value)],
        _ => [(name, value)],
    };

    // The words before the size are style, variant and weight; the words after it are the font families.
    private static IEnumerable<(string Name, string Value)> Font(string value)
    {
        var words = CssText.Words(value);
        var size = words.FindIndex(w => char.IsAsciiDigit(w[0]) || w[0] == '.');
        while (size >= 0 && size + 1 < words.Count && int.TryParse(words[size], out _) && (char.IsAsciiDigit(words[size + 1][0]) || words[size + 1][0] == '.'))
            size++;
        if (size < 0 || size + 1 >= words.Count)
            yield break;
        foreach (var word in words.Take(size))
        {
            if (word is "bold" or "bolder" or "lighter" || char.IsAsciiDigit(word[0]))
                yield return ("font-weight", word);
            else if (word is "italic" or "oblique")
                yield return ("font-style", word);
        }

        yield return ("font-size", words[size].Split('/')[0]);
        yield return ("font-family", string.Join(' ', words.Skip(size + 1)));
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
