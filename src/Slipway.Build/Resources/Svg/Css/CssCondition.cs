namespace Slipway.Build.Resources.Svg.Css;

/// <summary>Evaluates conditions of <c>@media</c> and <c>@supports</c>: terms in brackets, joined by <c>and</c>, <c>or</c> and <c>not</c>.</summary>
internal static class CssCondition
{
    private const int MostNesting = 8;

    /// <summary>Returns whether a list of media queries matches a picture on a light screen.</summary>
    public static bool IsMedia(string queries, CssViewport viewport) =>
        queries.Trim().Length == 0 || CssText.Split(queries.ToLowerInvariant(), ',').Exists(query => Holds(query, leaf => IsFeature(leaf, viewport), 0));

    /// <summary>Returns whether a condition of <c>@supports</c> is true.</summary>
    public static bool IsSupported(string condition) => Holds(condition.ToLowerInvariant(), leaf => leaf.Contains(':', StringComparison.Ordinal) || leaf.StartsWith("selector", StringComparison.Ordinal), 0);

    private static bool Holds(string text, Func<string, bool> leaf, int depth)
    {
        var words = CssText.Words(text);
        if (words.Count == 0 || depth > MostNesting)
            return false;
        if (words[0] == "only")
            words.RemoveAt(0);
        var result = false;
        for (var at = 0; at < words.Count; at++)
        {
            var joint = at == 0 ? "or" : words[at++];
            var isNegated = at < words.Count && words[at] == "not";
            at += isNegated ? 1 : 0;
            var next = at < words.Count && One(words[at], leaf, depth) != isNegated;
            result = joint == "or" ? result || next : result && next;
        }

        return result;
    }

    private static bool One(string word, Func<string, bool> leaf, int depth)
    {
        if (word is "all" or "screen")
            return true;
        if (word.StartsWith("selector(", StringComparison.Ordinal))
            return leaf(word);
        if (!word.StartsWith('(') || !word.EndsWith(')'))
            return false;
        var inner = word[1..^1].Trim();
        return inner.StartsWith('(') || inner.StartsWith("not", StringComparison.Ordinal) ? Holds(inner, leaf, depth + 1) : leaf(inner);
    }

    private static bool IsFeature(string feature, CssViewport viewport)
    {
        var parts = feature.Split(':', 2, StringSplitOptions.TrimEntries);
        var value = parts.Length == 2 ? parts[1] : "";
        return parts[0] switch
        {
            "prefers-color-scheme" => value == "light",
            "prefers-reduced-motion" or "prefers-contrast" or "prefers-reduced-transparency" or "prefers-reduced-data" => value == "no-preference",
            "forced-colors" or "inverted-colors" => value == "none",
            "color-gamut" => value == "srgb",
            "dynamic-range" => value == "standard",
            "scripting" or "update" => value is "none" or "fast",
            "color" or "min-color" => true,
            "orientation" => value == (viewport.Width > viewport.Height ? "landscape" : "portrait"),
            "width" => value.Length == 0 || Pixels(value) == viewport.Width,
            "height" => value.Length == 0 || Pixels(value) == viewport.Height,
            "min-width" => viewport.Width >= Pixels(value),
            "max-width" => viewport.Width <= Pixels(value),
            "min-height" => viewport.Height >= Pixels(value),
            "max-height" => viewport.Height <= Pixels(value),
            _ => false,
        };
    }

    private static double Pixels(string value) => CssLength.Parse(value, double.NaN, CssLength.RootSize) ?? double.NaN;
}

/// <summary>The size that percentages refer to.</summary>
/// <param name="Width">Width in user units.</param>
/// <param name="Height">Height in user units.</param>
internal readonly record struct CssViewport(double Width, double Height)
{
    /// <summary>The length that percentages refer to when they belong to neither direction (SVG 2, 8.9).</summary>
    public double Diagonal => Math.Sqrt(((Width * Width) + (Height * Height)) / 2);
}
