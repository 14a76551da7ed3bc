using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>The values that children inherit from an element.</summary>
/// <param name="Values">Properties of the element, for inherited properties and for <c>inherit</c>.</param>
/// <param name="Custom">Custom properties of the element.</param>
/// <param name="FontSize">Font size in user units.</param>
/// <param name="Viewport">The size that percentages refer to.</param>
internal sealed record SvgScope(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Custom,
    double FontSize,
    CssViewport Viewport)
{
    /// <summary>The scope outside the picture.</summary>
    public static SvgScope Outside(CssViewport viewport) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), CssLength.RootSize, viewport);

    /// <summary>Whether filters work in linear light, which is the default.</summary>
    public bool IsLinearFilter => Values.GetValueOrDefault("color-interpolation-filters") is not { } space || !space.Equals("sRGB", StringComparison.OrdinalIgnoreCase);
}
