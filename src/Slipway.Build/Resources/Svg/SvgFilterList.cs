using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>Rewrites the <c>filter</c> property: references and functions.</summary>
internal static class SvgFilterList
{
    private const string Shadow = "drop-shadow(";

    /// <summary>Returns the value with the colours of shadows in the older syntax.</summary>
    public static string? Write(string value) => value.Equals("none", StringComparison.OrdinalIgnoreCase) ? null : string.Join(' ', CssText.Words(value).Select(One));

    private static string One(string function) => function.StartsWith(Shadow, StringComparison.OrdinalIgnoreCase) && function.EndsWith(')')
        ? $"{Shadow}{string.Join(' ', CssText.Words(function[Shadow.Length..^1]).Select(word => SvgPaint.WriteColour(word) ?? word))})"
        : function;
}
