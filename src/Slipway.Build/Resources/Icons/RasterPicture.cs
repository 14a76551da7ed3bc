using System.Buffers.Binary;
using SkiaSharp;
using Slipway.Build.Read;

namespace Slipway.Build.Resources.Icons;

/// <summary>
/// A bitmap picture as browsers show it: turned by its EXIF orientation, converted to sRGB, the first frame of an animation,
/// and the largest of several sizes in a file.
/// </summary>
internal sealed class RasterPicture : IIconPicture
{
    /// <summary>Most pixels that a picture may have: 4096 x 4096.</summary>
    public const long MaxPixels = 16L << 20;

    private RasterPicture(SKImage image, IReadOnlyList<string> remarks)
    {
        Image = image;
        Remarks = remarks;
    }

    /// <summary>Its pixels.</summary>
    public SKImage Image { get; }

    public IReadOnlyList<string> Remarks { get; }

    public static RasterPicture Decode(ReadOnlySpan<byte> bytes, string where)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = (RasterKind.IsChangedForIos(bytes) ? null : SKCodec.Create(data)) ?? throw new IconException(IconFault.NotAnImage, RasterKind.WhyNot(bytes), where);
        var info = codec.Info;
        if ((long)info.Width * info.Height > MaxPixels)
            throw new IconException(IconFault.TooLarge, $"the picture has {info.Width} x {info.Height} pixels, more than {MaxPixels}", where);

        var isPng = codec.EncodedFormat == SKEncodedImageFormat.Png;
        using var colours = isPng ? PngColours.Of(bytes) : null;
        // Without a colour space, the codec does not convert the pixels of the file.
        using var bitmap = new SKBitmap(new SKImageInfo(info.Width, info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours is null ? SKColorSpace.CreateSrgb() : null));
        var result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
            throw new IconException(IconFault.Damaged, $"the picture cannot be decoded ({result})", where);

        var origin = isPng ? PngOrientation.Of(bytes) : codec.EncodedOrigin;
        var moves = codec.FrameCount > 1 || RasterKind.IsAnimatedPng(bytes);
        using var converted = colours is null ? null : PngColours.Convert(bitmap, colours);
        return new RasterPicture(ExifOrientation.Undo(converted ?? bitmap, origin), moves ? ["The picture moves, and its first frame was taken"] : []);
    }

    public void Draw(SKCanvas canvas, SKRect target)
    {
        var scale = Math.Min(target.Width / Image.Width, target.Height / Image.Height);
        var place = SKRect.Create(
            target.MidX - (Image.Width * scale / 2),
            target.MidY - (Image.Height * scale / 2),
            Image.Width * scale,
            Image.Height * scale);
        var sampling = scale == 1 && place.Left == (int)place.Left && place.Top == (int)place.Top ? new SKSamplingOptions(SKFilterMode.Nearest)
            : scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        canvas.DrawImage(Image, place, sampling);
    }

    public void Dispose() => Image.Dispose();
}

/// <summary>Detects by its first bytes what the codec does not report about a picture.</summary>
internal static class RasterKind
{
    /// <summary>Returns why no codec reads a file.</summary>
    public static string WhyNot(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [] => "the file is empty",
        _ when IsChangedForIos(bytes) => "the file is a PNG that Xcode has changed for iOS (CgBI), which browsers do not show",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] when Start(bytes).IndexOf("avi"u8) > 0 => "AVIF is not supported",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "HEIF is not supported",
        [0xFF, 0x0A, ..] or [0, 0, 0, 0x0C, (byte)'J', (byte)'X', (byte)'L', ..] => "JPEG XL is not supported",
        [0x1F, 0x8B, ..] => "the file is compressed with gzip",
        _ when LfsPointer.Is(bytes) => "the file is a pointer of Git LFS; fetch the picture with 'git lfs pull'",
        _ => "the file is not a PNG, SVG, WebP, JPEG, GIF, BMP or ICO picture",
    };

    /// <summary>Xcode writes files that look like PNG but are not: they begin with a chunk of their own and have another order of colours.</summary>
    public static bool IsChangedForIos(ReadOnlySpan<byte> bytes) => bytes.Length > 16 && bytes[12..].StartsWith("CgBI"u8);

    /// <summary>An APNG has an <c>acTL</c> chunk before its pixels; the codec reads its first frame and does not report the others.</summary>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> bytes)
    {
        var pixels = bytes.IndexOf("IDAT"u8);
        var animation = bytes.IndexOf("acTL"u8);
        return animation >= 0 && animation < pixels;
    }

    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 64)];
}

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
