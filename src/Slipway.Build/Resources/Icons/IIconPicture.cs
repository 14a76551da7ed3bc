using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>A picture that can be drawn at any size: pixels or an SVG.</summary>
internal interface IIconPicture : IDisposable
{
    /// <summary>How the drawing differs from what a browser shows, in sentences without a full stop.</summary>
    IReadOnlyList<string> Remarks { get; }

    /// <summary>Draws the picture centred into the rectangle and keeps its proportions.</summary>
    void Draw(SKCanvas canvas, SKRect target);
}
