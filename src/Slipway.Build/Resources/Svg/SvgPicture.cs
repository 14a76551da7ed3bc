using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Resources.Svg.Css;
using Svg.Skia;

namespace Slipway.Build.Resources.Svg;

/// <summary>An SVG picture, read once and drawn at any size. Svg.Skia draws the document that <see cref="SanitizedSvg"/> has reduced it to.</summary>
internal sealed class SvgPicture : IIconPicture
{
    private const int FineSide = 2048;
    private const int MostTimes = 4;
    private readonly SKSvg _svg;
    private readonly CssViewport _size;
    private readonly bool _isCoarse;

    private SvgPicture(SKSvg svg, SanitizedSvg plain)
    {
        _svg = svg;
        _size = plain.Size;
        _isCoarse = plain.HasPatterns;
        Remarks = plain.Remarks;
    }

    public IReadOnlyList<string> Remarks { get; }

    public static SvgPicture Load(ReadOnlyMemory<byte> bytes, string where)
    {
        var plain = SanitizedSvg.Of(bytes, where);
        var svg = new SKSvg();
        try
        {
            svg.Settings.EnableJavaScript = false;
            svg.Settings.EnableBrokenImagePlaceholders = false;
            svg.Settings.TypefaceProviders = [SvgFonts.OfMachine];
            if (svg.FromSvg(plain.Text) is null)
                throw new IconException(IconFault.UnsupportedSvg, "the picture cannot be drawn", where);
            return new SvgPicture(svg, plain);
        }
        catch (Exception exception) when (exception is not (IconException or OutOfMemoryException))
        {
            svg.Dispose();
            throw new IconException(IconFault.UnsupportedSvg, "the picture cannot be drawn", where, exception);
        }
    }

    public void Draw(SKCanvas canvas, SKRect target)
    {
        var (width, height) = ((float)_size.Width, (float)_size.Height);
        var scale = Math.Min(target.Width / width, target.Height / height);
        var place = SKRect.Create(target.MidX - (width * scale / 2), target.MidY - (height * scale / 2), width * scale, height * scale);
        if (_isCoarse)
            DrawFinely(canvas, place);
        else
            DrawAt(canvas, place, scale);
    }

    public void Dispose() => _svg.Dispose();

    private void DrawAt(SKCanvas canvas, SKRect place, float scale)
    {
        canvas.Save();
        canvas.ClipRect(place);
        // A layer of its own, so that blending does not include what is behind the picture.
        canvas.SaveLayer();
        canvas.Translate(place.Left, place.Top);
        canvas.Scale(scale);
        canvas.DrawPicture(_svg.Picture);
        canvas.Restore();
        canvas.Restore();
    }

    // Skia places tiles of patterns on whole pixels, so rotated patterns get steps.
    private void DrawFinely(SKCanvas canvas, SKRect place)
    {
        var (width, height) = ((int)Math.Ceiling(place.Width), (int)Math.Ceiling(place.Height));
        var times = Math.Clamp(FineSide / Math.Max(width, height), 1, MostTimes);
        using var bitmap = new SKBitmap(new SKImageInfo(width * times, height * times, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        using (var inner = new SKCanvas(bitmap))
            DrawAt(inner, SKRect.Create(place.Width * times, place.Height * times), place.Width * times / (float)_size.Width);
        using var image = SKImage.FromBitmap(bitmap);
        canvas.DrawImage(image, SKRect.Create(place.Left, place.Top, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
    }
}
