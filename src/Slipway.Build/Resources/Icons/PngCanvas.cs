using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>Draws a square and encodes it as PNG, with fast settings; the bytes depend only on the pixels.</summary>
internal static class PngCanvas
{
    private static readonly SKPngEncoderOptions Options = new(SKPngEncoderFilterFlags.Sub, 4);

    public static byte[] Draw(int size, Action<SKCanvas, float> draw) => Draw(size, draw, SKAlphaType.Premul);

    /// <summary>Draws and encodes a square without an alpha channel; pixels that are not drawn are black.</summary>
    public static byte[] DrawOpaque(int size, Action<SKCanvas, float> draw) => Draw(size, draw, SKAlphaType.Opaque);

    private static byte[] Draw(int size, Action<SKCanvas, float> draw, SKAlphaType alpha)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(size, size, SKColorType.Rgba8888, alpha));
        bitmap.Erase(alpha == SKAlphaType.Opaque ? SKColors.Black : SKColors.Transparent);
        using (var canvas = new SKCanvas(bitmap))
            draw(canvas, size);

        using var pixels = bitmap.PeekPixels() ?? throw new InvalidOperationException("a drawn picture has no pixels");
        using var png = pixels.Encode(Options) ?? throw new InvalidOperationException("a drawn picture cannot be encoded");
        return png.ToArray();
    }
}
