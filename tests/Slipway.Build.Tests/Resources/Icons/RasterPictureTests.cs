using SkiaSharp;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Tests.Resources.Icons;

public class RasterPictureTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void A_picture_is_drawn_as_it_is(SKEncodedImageFormat format)
    {
        using var drawn = Draw(RasterPictures.Encode(format));
        Near(SKColors.Lime, drawn.GetPixel(6, 6));
        Near(SKColors.Red, drawn.GetPixel(10, 50));
        Near(SKColors.Blue, drawn.GetPixel(50, 10));
    }

    // Where the green corner goes: EXIF 2.3, tag 274.
    [Theory]
    [InlineData(1, 6, 6)]
    [InlineData(2, 57, 6)]
    [InlineData(3, 57, 57)]
    [InlineData(4, 6, 57)]
    [InlineData(5, 6, 6)]
    [InlineData(6, 57, 6)]
    [InlineData(7, 57, 57)]
    [InlineData(8, 6, 57)]
    public void A_camera_that_was_held_otherwise_does_not_turn_the_icon(int orientation, int x, int y)
    {
        using var jpeg = Draw(RasterPictures.JpegTurned(orientation));
        Near(SKColors.Lime, jpeg.GetPixel(x, y));
        var png = RasterPictures.Encode(SKEncodedImageFormat.Png);
        using var turned = Draw([.. png[..33], .. RasterPictures.Chunk("eXIf", RasterPictures.Exif(orientation)), .. png[33..]]);
        Near(SKColors.Lime, turned.GetPixel(x, y));
    }

    [Fact]
    public void A_colour_profile_is_converted()
    {
        using var wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);
        using var bitmap = new SKBitmap(new SKImageInfo(8, 8, SKColorType.Rgba8888, SKAlphaType.Premul, wide));
        Enumerable.Repeat<byte[]>([200, 100, 50, 255], 64).SelectMany(pixel => pixel).ToArray().CopyTo(bitmap.GetPixelSpan());
        foreach (var format in new[] { SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp, SKEncodedImageFormat.Jpeg })
        {
            using var data = bitmap.Encode(format, 100);
            using var drawn = Draw(data.ToArray());
            // By the matrices of CSS Color 4, sections 10.2 and 10.5.
            Near(new SKColor(215, 95, 34), drawn.GetPixel(32, 32));
        }
    }

    [Fact]
    public void Sixteen_bits_a_palette_with_transparency_and_a_bitmap_are_read()
    {
        using var deep = Draw(RasterPictures.Png(1, 16, 2, [0, 0x80, 0x12, 0x40, 0x34, 0xFF, 0xFF]));
        Assert.Equal(new SKColor(0x80, 0x40, 0xFF), deep.GetPixel(32, 32));
        using var palette = Draw(RasterPictures.Png(2, 8, 3, [0, 0, 1, 0, 0, 1], ("PLTE", [255, 0, 0, 0, 0, 255]), ("tRNS", [255, 0])));
        Assert.Equal(SKColors.Red, palette.GetPixel(4, 32));
        Assert.Equal(0, palette.GetPixel(60, 32).Alpha);
        using var bitmap = Draw(RasterPictures.Bmp(4, 10, 200, 30));
        Assert.Equal(new SKColor(10, 200, 30), bitmap.GetPixel(32, 32));
    }

    [Fact]
    public void Of_an_icon_of_Windows_the_largest_picture_is_taken()
    {
        using var drawn = Draw(RasterPictures.Ico(16, 64, 32));
        using var expected = RasterPictures.Flag(64);
        for (var x = 0; x < 64; x++)
            Assert.Equal(expected.GetPixel(x, 20), drawn.GetPixel(x, 20));
    }

    [Fact]
    public void Of_a_picture_that_moves_the_first_frame_is_taken()
    {
        using var picture = RasterPicture.Decode(RasterPictures.Gif(), "icon.gif");
        Assert.Equal(["The picture moves, and its first frame was taken"], picture.Remarks);
        using var drawn = Draw(RasterPictures.Gif());
        Assert.Equal(SKColors.Red, drawn.GetPixel(32, 32));
    }

    [Theory]
    [InlineData("\0\0\0\x1c" + "ftypavif\0\0\0\0avifmif1", "AVIF is not supported")]
    [InlineData("\0\0\0\x1c" + "ftypheic\0\0\0\0heicmif1", "HEIF is not supported")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", "the file is a pointer of Git LFS; fetch the picture with 'git lfs pull'")]
    [InlineData("", "the file is empty")]
    public void What_cannot_be_read_is_named(string content, string reason)
    {
        var refusal = Assert.Throws<IconException>(() => Draw(System.Text.Encoding.Latin1.GetBytes(content)));
        Assert.Equal((IconFault.NotAnImage, reason), (refusal.Fault, refusal.Reason));
    }

    [Fact]
    public void A_png_that_Xcode_changed_is_named()
    {
        var png = RasterPictures.Encode(SKEncodedImageFormat.Png);
        byte[] changed = [.. png[..8], .. RasterPictures.Chunk("CgBI", [0x50, 0, 0x20, 2]), .. png[8..]];
        Assert.Contains("CgBI", Assert.Throws<IconException>(() => Draw(changed)).Reason, StringComparison.Ordinal);
    }

    private static void Near(SKColor expected, SKColor actual) =>
        Assert.True(Math.Max(Math.Abs(expected.Red - actual.Red), Math.Max(Math.Abs(expected.Green - actual.Green), Math.Abs(expected.Blue - actual.Blue))) <= 4, $"{actual}, not {expected}");

    private static SKBitmap Draw(byte[] bytes)
    {
        using var picture = RasterPicture.Decode(bytes, "icon");
        var bitmap = new SKBitmap(new SKImageInfo(64, 64, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        using var canvas = new SKCanvas(bitmap);
        picture.Draw(canvas, SKRect.Create(64, 64));
        return bitmap;
    }
}
