using Slipway.Build.Resources.Svg.Css;

namespace Slipway.Build.Resources.Svg;

/// <summary>What children of an element take over from it.</summary>
/// <param name="Values">Its properties, for those that are inherited and for <c>inherit</c>.</param>
/// <param name="Custom">Its custom properties.</param>
/// <param name="FontSize">In user units.</param>
/// <param name="Viewport">What percentages are parts of.</param>
internal sealed record SvgScope(
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, string> Custom,
    double FontSize,
    CssViewport Viewport)
{
    /// <summary>Around the picture.</summary>
    public static SvgScope Outside(CssViewport viewport) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal), CssLength.RootSize, viewport);

    /// <summary>Filters work in linear light unless they say otherwise.</summary>
    public bool IsLinearFilter => Values.GetValueOrDefault("color-interpolation-filters") is not { } space || !space.Equals("sRGB", StringComparison.OrdinalIgnoreCase);
}
