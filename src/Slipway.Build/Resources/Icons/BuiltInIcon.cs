using SkiaSharp;

namespace Slipway.Build.Resources.Icons;

/// <summary>The built-in icon: a hull on its way down a slip, drawn without a font.</summary>
internal sealed class BuiltInIcon : IIconPicture
{
    public static readonly SKColor Tile = new(0xFF1E4E79);

    private const string Hull = "M14 30 L50 30 Q48 46 36 46 L26 46 Q16 46 14 30 Z";
    private const string Sail = "M31 10 L31 26 L18 26 Z M34 14 L46 26 L34 26 Z";
    private const string Slip = "M8 54 L56 50 L56 54 L8 58 Z";

    public IReadOnlyList<string> Remarks => [];

    public void Draw(SKCanvas canvas, SKRect target)
    {
        canvas.Save();
        var scale = Math.Min(target.Width, target.Height) / 64;
        canvas.Translate(target.MidX - (32 * scale), target.MidY - (32 * scale));
        canvas.Scale(scale);
        Fill(canvas, Hull, SKColors.White);
        Fill(canvas, Sail, new SKColor(0xFFFFC857));
        Fill(canvas, Slip, new SKColor(0xFF8FC1E3));
        canvas.Restore();
    }

    public void Dispose()
    {
    }

    private static void Fill(SKCanvas canvas, string data, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        using var path = SKPath.ParseSvgPathData(data);
        canvas.DrawPath(path, paint);
    }
}
