using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>Applies the EXIF orientation (EXIF 2.3, tag 274), which records how the camera was held.</summary>
internal static class ExifOrientation
{
    /// <summary>Returns the picture upright.</summary>
    public static SKImage Undo(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft)
        {
            bitmap.SetImmutable();
            return SKImage.FromBitmap(bitmap);
        }

        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        (var width, var height) = lies ? (bitmap.Height, bitmap.Width) : (bitmap.Width, bitmap.Height);
        using var turned = new SKBitmap(bitmap.Info.WithSize(width, height));
        turned.Erase(SKColors.Transparent);
        using (var canvas = new SKCanvas(turned))
        {
            canvas.SetMatrix(Matrix(origin, width, height));
            canvas.DrawBitmap(bitmap, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        }

        turned.SetImmutable();
        return SKImage.FromBitmap(turned);
    }

    private static SKMatrix Matrix(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
