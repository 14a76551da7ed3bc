namespace Slipway.Build.Resources.Svg.Css;

/// <summary>What percentages are parts of.</summary>
/// <param name="Width">In user units.</param>
/// <param name="Height">In user units.</param>
internal readonly record struct CssViewport(double Width, double Height)
{
    /// <summary>What percentages of neither direction are parts of (SVG 2, 8.9).</summary>
    public double Diagonal => Math.Sqrt(((Width * Width) + (Height * Height)) / 2);
}
