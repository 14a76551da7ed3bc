using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>A picture that can be drawn at any size: pixels or an SVG.</summary>
internal interface IIconPicture : IDisposable
{
    /// <summary>Draws the picture into the rectangle, centred, with its own proportions.</summary>
    void Draw(SKCanvas canvas, SKRect target);
}
