using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>A picture of pixels.</summary>
internal sealed class RasterPicture : IIconPicture
{
    /// <summary>Most pixels that are decoded: 4096 x 4096.</summary>
    public const long MaxPixels = 16L << 20;

    private readonly SKImage _image;

    private RasterPicture(SKImage image) => _image = image;

    public static RasterPicture Decode(ReadOnlySpan<byte> bytes, string where)
    {
        using SKData data = SKData.CreateCopy(bytes);
        using SKCodec codec = SKCodec.Create(data) ?? throw new IconException(IconFault.NotAnImage, "the file is no PNG, JPEG, WebP or SVG picture", where);
        SKImageInfo info = codec.Info;
        if (codec.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp))
        {
            throw new IconException(IconFault.NotAnImage, $"the file is a {codec.EncodedFormat} picture, not PNG, JPEG, WebP or SVG", where);
        }

        if ((long)info.Width * info.Height > MaxPixels)
        {
            throw new IconException(IconFault.TooLarge, $"the picture has {info.Width} x {info.Height} pixels, more than {MaxPixels}", where);
        }

        if (codec.FrameCount > 1 || IsAnimatedPng(bytes))
        {
            throw new IconException(IconFault.Animated, "the picture is animated", where);
        }

        using var bitmap = new SKBitmap(new SKImageInfo(info.Width, info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        SKCodecResult result = codec.GetPixels(bitmap.Info, bitmap.GetPixels());
        if (result != SKCodecResult.Success)
        {
            throw new IconException(IconFault.Damaged, $"the picture cannot be decoded ({result})", where);
        }

        bitmap.SetImmutable();
        return new RasterPicture(SKImage.FromBitmap(bitmap));
    }

    public void Draw(SKCanvas canvas, SKRect target)
    {
        float scale = Math.Min(target.Width / _image.Width, target.Height / _image.Height);
        SKRect place = SKRect.Create(
            target.MidX - (_image.Width * scale / 2),
            target.MidY - (_image.Height * scale / 2),
            _image.Width * scale,
            _image.Height * scale);
        SKSamplingOptions sampling = scale < 1 ? new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear) : new SKSamplingOptions(SKCubicResampler.Mitchell);
        canvas.DrawImage(_image, place, sampling);
    }

    public void Dispose() => _image.Dispose();

    /// <summary>An APNG has an <c>acTL</c> chunk before its pixels; the codec shows its first frame and says nothing.</summary>
    private static bool IsAnimatedPng(ReadOnlySpan<byte> bytes)
    {
        int pixels = bytes.IndexOf("IDAT"u8);
        int animation = bytes.IndexOf("acTL"u8);
        return animation >= 0 && (pixels < 0 || animation < pixels);
    }
}
