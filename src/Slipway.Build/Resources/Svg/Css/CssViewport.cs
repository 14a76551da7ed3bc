namespace Slipway.Build.Resources.Svg.Css;

/// <summary>The size that percentages refer to.</summary>
/// <param name="Width">Width in user units.</param>
/// <param name="Height">Height in user units.</param>
internal readonly record struct CssViewport(double Width, double Height)
{
    /// <summary>The length that percentages refer to when they belong to neither direction (SVG 2, 8.9).</summary>
    public double Diagonal => Math.Sqrt(((Width * Width) + (Height * Height)) / 2);
}
