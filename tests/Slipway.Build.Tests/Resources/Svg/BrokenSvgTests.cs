using System.Text;
using CsCheck;
using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Resources.Svg;

namespace Slipway.Build.Tests.Resources.Svg;

/// <summary>Drawings with something in them that nobody expects there are drawn or refused.</summary>
public sealed class BrokenSvgTests
{
    private static readonly string[] Values =
    [
        "", "0", "-1", "1e38", "1e-30", "NaN", "%", "()", "(", ")", "\\", "{}", "/*", "calc(1px + 2%)", "calc(1/0)", "calc((((((((((1))))))))))", "var(--a)", "var(", "url(#a)", "url(#m) red", "url(",
        "rgb(", "hsl(1)", "color-mix(in srgb, red)", "light-dark(a)", "inherit", "unset", "!important", "scale(0)", "matrix(1e30 0 0 1e30 0 0)", "rotate(1turn", "translate(1,2,3)", "path('M0", "polygon(1)",
        "inset(1 2 3 4 5)", "circle(at left)", "#", "#a", "data:,", "data:image/png;base64,AAAA", "data:image/svg+xml,%3Csvg/%3E", "M0 0a1 1 0 0 1", "1 2 3", "center top", "a(b", ":not(", "[a=", "\uD83D\uDE00",
    ];

    [Fact]
    public void A_value_that_is_none_ends_no_build()
    {
        var texts = Drawings.All.Select(d => d.Svg).Where(s => s.Length < 5_000).ToArray();
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 200], Gen.Int[0, Values.Length - 1], Gen.Int[0, 200], Gen.Int[0, Values.Length - 1]).Sample(
            (text, first, one, second, two) => Try(Replaced(Replaced(texts[text], first, Values[one]), second, Values[two])),
            iter: 3_000);
    }

    [Fact]
    public void A_style_sheet_that_ends_anywhere_ends_no_build()
    {
        foreach (var svg in Drawings.All.Select(d => d.Svg).Where(s => s.Contains("</style>", StringComparison.Ordinal)))
        {
            var start = svg.IndexOf("<style", StringComparison.Ordinal);
            var end = svg.IndexOf("</style>", StringComparison.Ordinal);
            for (var at = svg.IndexOf('>', start) + 1; at < end; at++)
                Try(svg[..at] + svg[end..]);
        }
    }

    private static string Replaced(string svg, int number, string value)
    {
        var parts = svg.Split('"');
        var at = (number % Math.Max(1, parts.Length / 2) * 2) + 1;
        if (at < parts.Length)
            parts[at] = value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        return string.Join('"', parts);
    }

    private static void Try(string svg)
    {
        try
        {
            using var picture = SvgPicture.Load(Encoding.UTF8.GetBytes(svg), "icon.svg");
            using var bitmap = new SKBitmap(48, 48);
            using var canvas = new SKCanvas(bitmap);
            picture.Draw(canvas, SKRect.Create(48, 48));
        }
        catch (IconException)
        {
        }
    }
}
