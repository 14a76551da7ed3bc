using SkiaSharp;

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
        using SKData data = SKData.CreateCopy(bytes);
        using SKCodec codec = (RasterKind.IsChangedForIos(bytes) ? null : SKCodec.Create(data)) ?? throw new IconException(IconFault.NotAnImage, RasterKind.WhyNot(bytes), where);
        SKImageInfo info = codec.Info;
        if ((long)info.Width * info.Height > MaxPixels)
        {
            throw new IconException(IconFault.TooLarge, $"the picture has {info.Width} x {info.Height} pixels, more than {MaxPixels}", where);
        }

        bool isPng = codec.EncodedFormat == SKEncodedImageFormat.Png;
        using SKColorSpace? colours = isPng ? PngColours.Of(bytes) : null;
        // Without a colour space, the codec does not convert the pixels of the file.
        using var bitmap = new SKBitmap(new SKImageInfo(info.Width, info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, colours is null ? SKColorSpace.CreateSrgb() : null));
        SKCodecResult result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            throw new IconException(IconFault.Damaged, $"the picture cannot be decoded ({result})", where);
        }

        SKEncodedOrigin origin = isPng ? PngOrientation.Of(bytes) : codec.EncodedOrigin;
        bool moves = codec.FrameCount > 1 || RasterKind.IsAnimatedPng(bytes);
        using SKBitmap? converted = colours is null ? null : PngColours.Convert(bitmap, colours);
        return new RasterPicture(ExifOrientation.Undo(converted ?? bitmap, origin), moves ? ["The picture moves, and its first frame was taken"] : []);
    }

    public void Draw(SKCanvas canvas, SKRect target)
    {
        float scale = Math.Min(target.Width / Image.Width, target.Height / Image.Height);
        SKRect place = SKRect.Create(
            target.MidX - (Image.Width * scale / 2),
            target.MidY - (Image.Height * scale / 2),
            Image.Width * scale,
            Image.Height * scale);
        SKSamplingOptions sampling = scale == 1 && place.Left == (int)place.Left && place.Top == (int)place.Top ? new SKSamplingOptions(SKFilterMode.Nearest)
            : scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        canvas.DrawImage(Image, place, sampling);
    }

    public void Dispose() => Image.Dispose();
}
