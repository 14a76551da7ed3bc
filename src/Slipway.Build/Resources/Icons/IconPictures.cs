using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Svg;

namespace Slipway.Build.Resources.Icons;

/// <summary>Opens pictures of an icon in every supported format.</summary>
internal static class IconPictures
{
    /// <summary>Opens the first picture that can be drawn.</summary>
    /// <param name="images">The candidates, best first.</param>
    /// <param name="isNeeded">Whether one picture must be usable.</param>
    /// <param name="remarks">Receives remarks about the pictures that were tried.</param>
    /// <returns>The picture; null when none can be drawn.</returns>
    /// <exception cref="IconException">None of them can be drawn, and one is needed.</exception>
    public static IIconPicture? OpenFirst(IReadOnlyList<IconImage> images, bool isNeeded, ICollection<IconRemark> remarks)
    {
        IconException? first = null;
        foreach (var image in images)
        {
            try
            {
                var picture = Open(image);
                foreach (var remark in picture.Remarks)
                    remarks.Add(new IconRemark(image.Name, IsDrawn: true, remark));
                return picture;
            }
            catch (IconException e)
            {
                first ??= e;
                remarks.Add(new IconRemark(image.Name, IsDrawn: false, e.Reason));
            }
        }

        return first is null || !isNeeded ? null : throw (images.Count == 1 ? first : first.WithOthers(images.Count - 1));
    }

    /// <summary>Opens a picture.</summary>
    /// <exception cref="IconException">The picture cannot be drawn.</exception>
    public static IIconPicture Open(IconImage image) => PictureSide.IsDrawing(image.Bytes.Span)
        ? SvgPicture.Load(image.Bytes, image.Where)
        : RasterPicture.Decode(image.Bytes.Span, image.Where);
}

/// <summary>A picture that can be drawn at any size: pixels or an SVG.</summary>
internal interface IIconPicture : IDisposable
{
    /// <summary>How the drawing differs from what a browser shows, in sentences without a full stop.</summary>
    IReadOnlyList<string> Remarks { get; }

    /// <summary>Draws the picture centred into the rectangle and keeps its proportions.</summary>
    void Draw(SKCanvas canvas, SKRect target);
}
