using System.Text;
using SkiaSharp;

namespace Slipway.Build.Tests.Resources.Svg;

/// <summary>Pictures as Chromium shows them, all in one page and by one start.</summary>
internal static class ChromiumSheet
{
    public const int Side = 100;
    private const int Columns = 12;

    /// <summary>Draws pictures in squares of <see cref="Side"/> pixels on white.</summary>
    /// <param name="addresses">The data: address of each.</param>
    public static IReadOnlyList<SKBitmap> Draw(IReadOnlyList<string> addresses)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-sheet-").FullName;
        try
        {
            var page = new StringBuilder("<!doctype html><style>body{margin:0;background:#fff}img{position:absolute;width:100px;height:100px;object-fit:contain}</style>");
            for (var i = 0; i < addresses.Count; i++)
                page.Append($"<img style=\"left:{i % Columns * Side}px;top:{i / Columns * Side}px\" src=\"{addresses[i]}\">");
            File.WriteAllText(Path.Combine(folder, "page.html"), page.ToString());
            var rows = (addresses.Count + Columns - 1) / Columns;
            var browser = ExternalTool.Run(
                "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb", $"--user-data-dir={folder}/profile",
                $"--window-size={Columns * Side},{Math.Max(rows, 4) * Side}", $"--screenshot={folder}/sheet.png", $"file://{folder}/page.html");
            Assert.True(File.Exists($"{folder}/sheet.png"), browser.Errors);
            using var sheet = SKBitmap.Decode($"{folder}/sheet.png");
            return [.. addresses.Select((_, i) => Cut(sheet, i % Columns * Side, i / Columns * Side))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SKBitmap Cut(SKBitmap sheet, int x, int y)
    {
        var part = new SKBitmap(Side, Side);
        using var canvas = new SKCanvas(part);
        canvas.DrawBitmap(sheet, -x, -y, new SKSamplingOptions(SKFilterMode.Nearest));
        return part;
    }
}
