using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Deploy;

namespace Slipway.Build.Deploy;

/// <summary>Draws QR codes.</summary>
internal static class QrPicture
{
    private const int Module = 8;

    /// <summary>Returns the code as PNG, eight pixels per module.</summary>
    public static byte[] ToPng(QrCode code) => PngCanvas.DrawOpaque(code.Side * Module, (canvas, _) =>
    {
        canvas.Clear(SKColors.White);
        using var paint = new SKPaint { Color = SKColors.Black };
        for (var y = 0; y < code.Side; y++)
        {
            for (var x = 0; x < code.Side; x++)
            {
                if (code.IsDark(x, y))
                    canvas.DrawRect(SKRect.Create(x * Module, y * Module, Module, Module), paint);
            }
        }
    });
}
