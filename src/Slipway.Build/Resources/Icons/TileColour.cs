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
        using SKBitmap bitmap = Draw(picture);
        return Mean([bitmap.GetPixel(1, 1), bitmap.GetPixel(Side - 2, 1), bitmap.GetPixel(1, Side - 2), bitmap.GetPixel(Side - 2, Side - 2)]);
    }

    /// <summary>The mean colour of the middles of the sides, for a tile whose corners are cut off.</summary>
    /// <returns>Null when the picture does not reach all of its sides.</returns>
    public static Colour? OfSides(IIconPicture picture)
    {
        using SKBitmap bitmap = Draw(picture);
        return Mean([bitmap.GetPixel(1, Side / 2), bitmap.GetPixel(Side - 2, Side / 2), bitmap.GetPixel(Side / 2, 1), bitmap.GetPixel(Side / 2, Side - 2)]);
    }

    private static SKBitmap Draw(IIconPicture picture)
    {
        var bitmap = new SKBitmap(new SKImageInfo(Side, Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        using var canvas = new SKCanvas(bitmap);
        picture.Draw(canvas, SKRect.Create(Side, Side));
        return bitmap;
    }

    private static Colour? Mean(SKColor[] colours) => colours.All(colour => colour.Alpha > OpaqueAlpha)
        ? new Colour(0xFF000000 | Mean(colours, c => c.Red) << 16 | Mean(colours, c => c.Green) << 8 | Mean(colours, c => c.Blue))
        : null;

    private static uint Mean(SKColor[] colours, Func<SKColor, byte> channel) => (uint)colours.Average(colour => channel(colour));
}
