using SkiaSharp;
using Slipway.Build.Plan;

namespace Slipway.Build.Resources.Icons;

/// <summary>Tells a tile, a picture that is opaque up to its corners, from a figure that stands free.</summary>
internal static class TileColour
{
    private const int Side = 48;
    private const int OpaqueAlpha = 250;

    /// <summary>The mean colour of the corners.</summary>
    /// <returns>Null when the picture is no tile.</returns>
    public static Colour? Of(IIconPicture picture)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
        {
            picture.Draw(canvas, SKRect.Create(Side, Side));
        }

        SKColor[] corners = [bitmap.GetPixel(1, 1), bitmap.GetPixel(Side - 2, 1), bitmap.GetPixel(1, Side - 2), bitmap.GetPixel(Side - 2, Side - 2)];
        return corners.All(corner => corner.Alpha > OpaqueAlpha)
            ? new Colour(0xFF000000 | Mean(corners, c => c.Red) << 16 | Mean(corners, c => c.Green) << 8 | Mean(corners, c => c.Blue))
            : null;
    }

    private static uint Mean(SKColor[] colours, Func<SKColor, byte> channel) => (uint)colours.Average(colour => channel(colour));
}
