using System.Buffers.Binary;
using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>The <c>cICP</c> chunk of a PNG (PNG third edition, 11.3.2.6), which overrides a colour profile, and which the codec does not read.</summary>
internal static class PngColours
{
    private const int ChunkHeader = 8;
    private const int ChunkLength = 12;

    /// <summary>Returns the colour space of the picture; null when the codec reads it itself.</summary>
    public static SKColorSpace? Of(ReadOnlySpan<byte> png)
    {
        for (var rest = png[Math.Min(png.Length, 8)..]; rest.Length >= ChunkLength;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - ChunkLength || rest[4..].StartsWith("IDAT"u8))
                break;
            // Only full-range RGB is accepted; the other values are for video.
            if (rest[4..].StartsWith("cICP"u8))
                return rest.Slice(ChunkHeader, length) is [var primaries, var transfer, 0, 1] ? SKColorSpace.CreateCicp((SKColorspacePrimariesCicp)primaries, (SKColorspaceTransferFnCicp)transfer) : null;
            rest = rest[(length + ChunkLength)..];
        }

        return null;
    }

    /// <summary>Returns the picture in sRGB.</summary>
    /// <param name="bitmap">Pixels as stored in the file.</param>
    /// <param name="colours">Their colour space.</param>
    public static SKBitmap Convert(SKBitmap bitmap, SKColorSpace colours)
    {
        var converted = new SKBitmap(bitmap.Info.WithColorSpace(SKColorSpace.CreateSrgb()));
        using var pixels = new SKPixmap(bitmap.Info.WithColorSpace(colours), bitmap.GetPixels());
        if (!pixels.ReadPixels(converted.Info, converted.GetPixels(), converted.RowBytes))
            throw new InvalidOperationException("a decoded picture cannot be converted");
        return converted;
    }
}
