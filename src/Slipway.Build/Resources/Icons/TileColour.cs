using SkiaSharp;
using Slipway.Build.Plan;

namespace Slipway.Build.Resources.Icons;

/// <summary>Tells tiles, which are opaque up to their corners, from pictures with a transparent surrounding.</summary>
internal static class TileColour
{
    private const int Side = 48;
    private const int OpaqueAlpha = 250;

    /// <summary>Returns the mean colour of the corners.</summary>
    /// <returns>The colour; null when the picture is not a tile.</returns>
    public static Colour? Of(IIconPicture picture)
    {
        using var bitmap = Draw(picture);
        return Mean([bitmap.GetPixel(1, 1), bitmap.GetPixel(Side - 2, 1), bitmap.GetPixel(1, Side - 2), bitmap.GetPixel(Side - 2, Side - 2)]);
    }

    /// <summary>Returns the mean colour at the middle of each side, for a tile with rounded or cut corners.</summary>
    /// <returns>The colour; null when the picture does not reach all four sides.</returns>
    public static Colour? OfSides(IIconPicture picture)
    {
        using var bitmap = Draw(picture);
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
