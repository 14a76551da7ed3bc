using System.Text;
using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Resources.Svg;

namespace Slipway.Build.Tests.Resources.Svg;

/// <summary>A browser is the judge of what a drawing shows.</summary>
public sealed class SvgAgainstChromiumTests
{
    // Edges are smoothed otherwise; anything else is a colour or a place.
    private const int MostDifference = 24;
    private const double MostPixels = 0.05;
    private const double MostOfInk = 0.5;

    [Fact]
    public void Every_drawing_shows_what_a_browser_shows()
    {
        var drawn = Drawings.All.Where(d => d.Reason is null).ToList();
        var expected = ChromiumSheet.Draw([.. drawn.Select(d => Address(d.Svg))]);
        var wrong = new List<string>();
        using var blank = Draw("<svg viewBox='0 0 9 9'/>");
        for (var i = 0; i < drawn.Count; i++)
        {
            using var own = Draw(drawn[i].Svg);
            var (part, ink) = (Differing(own, expected[i]), Differing(blank, expected[i]));
            if (ink < 0.01 || part > Math.Min(MostPixels, ink * MostOfInk))
                wrong.Add($"{drawn[i].Name}: {part:P1} of the pixels differ, and {ink:P1} are not white");
        }

        Assert.Empty(wrong);
        // The judge notices a wrong colour.
        using var other = Draw(drawn[0].Svg.Replace("#c33", "#3c3", StringComparison.Ordinal));
        Assert.True(Differing(other, expected[0]) > MostPixels);
    }

    [Fact]
    public void What_cannot_be_drawn_is_passed_over_by_name()
    {
        var refused = Drawings.All.Where(d => d.Reason is not null).ToList();
        Assert.NotEmpty(refused);
        Assert.All(refused, d =>
        {
            var refusal = Assert.Throws<IconException>(() => Draw(d.Svg));
            Assert.Equal(IconFault.UnsupportedSvg, refusal.Fault);
            Assert.StartsWith(d.Reason!, refusal.Reason, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_same_drawing_has_the_same_bytes_each_time()
    {
        Assert.All(Drawings.All.Where(d => d.Reason is null), d =>
        {
            using var first = Draw(d.Svg);
            using var second = Draw(d.Svg);
            Assert.True(first.GetPixelSpan().SequenceEqual(second.GetPixelSpan()), d.Name);
        });
    }

    private static string Address(string svg) => "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(svg));

    private static SKBitmap Draw(string svg)
    {
        using var picture = SvgPicture.Load(Encoding.UTF8.GetBytes(svg), "icon.svg");
        var bitmap = new SKBitmap(new SKImageInfo(ChromiumSheet.Side, ChromiumSheet.Side, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.White);
        using var canvas = new SKCanvas(bitmap);
        picture.Draw(canvas, SKRect.Create(ChromiumSheet.Side, ChromiumSheet.Side));
        return bitmap;
    }

    private static double Differing(SKBitmap own, SKBitmap expected)
    {
        var differing = 0;
        for (var at = 0; at < ChromiumSheet.Side * ChromiumSheet.Side; at++)
        {
            var (a, b) = (own.GetPixel(at % ChromiumSheet.Side, at / ChromiumSheet.Side), expected.GetPixel(at % ChromiumSheet.Side, at / ChromiumSheet.Side));
            differing += Math.Max(Math.Abs(a.Red - b.Red), Math.Max(Math.Abs(a.Green - b.Green), Math.Abs(a.Blue - b.Blue))) > MostDifference ? 1 : 0;
        }

        return (double)differing / (ChromiumSheet.Side * ChromiumSheet.Side);
    }
}
