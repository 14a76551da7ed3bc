using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>Makes the layer of a themed icon, of which the launcher uses only the alpha.</summary>
internal static class Monochrome
{
    private const int OpaqueAlpha = 250;

    /// <summary>
    /// Replaces the alpha with the contrast to the background when the picture covers the corners of its safe square, so that its alpha has no
    /// outline.
    /// </summary>
    public static void Apply(SKBitmap layer)
    {
        var pixels = layer.GetPixelSpan();
        var isTile = IsTile(layer);
        var paper = isTile ? Paper(layer) : 0;
        for (var i = 0; i < pixels.Length; i += 4)
        {
            var alpha = pixels[i + 3];
            if (isTile && alpha > 0)
            {
                var distance = Math.Abs(Luminance(pixels[i..]) - paper);
                alpha = (byte)(alpha * Math.Min(255, distance * 2) / 255);
            }

            pixels[i] = pixels[i + 1] = pixels[i + 2] = alpha;
            pixels[i + 3] = alpha;
        }
    }

    private static int Luminance(ReadOnlySpan<byte> pixel) => ((pixel[0] * 299) + (pixel[1] * 587) + (pixel[2] * 114)) / 1000;

    private static bool IsTile(SKBitmap layer)
    {
        var low = Corner(layer.Width);
        var high = layer.Width - 1 - low;
        return layer.GetPixel(low, low).Alpha > OpaqueAlpha && layer.GetPixel(high, high).Alpha > OpaqueAlpha
            && layer.GetPixel(low, high).Alpha > OpaqueAlpha && layer.GetPixel(high, low).Alpha > OpaqueAlpha;
    }

    private static int Paper(SKBitmap layer)
    {
        var corner = layer.GetPixel(Corner(layer.Width), Corner(layer.Width));
        return Luminance([corner.Red, corner.Green, corner.Blue]);
    }

    /// <summary>Samples slightly inside the safe square, so that soft edges do not count.</summary>
    private static int Corner(int size) => (int)(size * ((1 - AppIcons.SafePart) / 2)) + (size / 50) + 2;
}
