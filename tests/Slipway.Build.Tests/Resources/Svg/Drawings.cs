using SkiaSharp;

namespace Slipway.Build.Tests.Resources.Svg;

/// <summary>One feature of SVG a drawing, by name: those that are drawn as browsers draw them, and those that are passed over with a reason.</summary>
internal static class Drawings
{
    private const string Names = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";

    public static IReadOnlyList<(string Name, string? Reason, string Svg)> All { get; } = Read();

    private static List<(string Name, string? Reason, string Svg)> Read()
    {
        using var stream = typeof(Drawings).Assembly.GetManifestResourceStream("drawings.txt")!;
        using var reader = new StreamReader(stream);
        var picture = Picture();
        return [.. reader.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(entry =>
        {
            var lines = entry.Trim().Split('\n', 2);
            var head = lines[0].Split(" | ");
            return (head[0], head.ElementAtOrDefault(1), lines[1].Replace("{names}", Names, StringComparison.Ordinal).Replace("{picture}", picture, StringComparison.Ordinal));
        })];
    }

    private static string Picture()
    {
        using var bitmap = new SKBitmap(40, 40);
        for (var at = 0; at < 1600; at++)
            bitmap.SetPixel(at % 40, at / 40, new SKColor((byte)(at % 40 * 6), (byte)(at / 40 * 6), (byte)(at % 40 < 20 ? 200 : 0)));
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return "data:image/png;base64," + Convert.ToBase64String(png.ToArray());
    }
}
