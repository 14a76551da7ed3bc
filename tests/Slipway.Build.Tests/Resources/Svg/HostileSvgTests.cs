using System.Diagnostics;
using System.Text;
using SkiaSharp;
using Slipway.Build.Resources.Icons;
using Slipway.Build.Resources.Svg;

namespace Slipway.Build.Tests.Resources.Svg;

/// <summary>Drawings that would eat the machine are refused before they are drawn; those at a limit are drawn in bounded time.</summary>
public sealed class HostileSvgTests
{
    private const string Red = "<rect width='100' height='100' fill='red'";

    [Fact]
    public void What_multiplies_is_refused() => Refused(
        Repeated(30, i => $"<g id='a{i}'><use href='#a{i - 1}'/><use href='#a{i - 1}'/></g>") + "<rect id='a0' width='9' height='9'/>",
        Repeated(25, i => $"<clipPath id='m{i}'><rect clip-path='url(#m{i - 1})'/><rect clip-path='url(#m{i - 1})'/></clipPath>") + "<clipPath id='m0'/>",
        $"<marker id='m'>{Repeated(50, _ => "<rect/>")}</marker><path d='M0 0{Repeated(10_000, _ => "L9 9")}' marker-mid='url(#m)'/>",
        $"<filter id='f'><feFlood result='a0'/>{Repeated(30, i => $"<feBlend in='a{i - 1}' in2='a{i - 1}' result='a{i}'/>")}</filter>{Red} filter='url(#f)'/>",
        $"<mask id='m'><circle r='9'/></mask>{Repeated(200, _ => Red + " mask='url(#m)'/>")}",
        $"<filter id='f'><feGaussianBlur stdDeviation='9'/></filter>{Repeated(250, _ => Red + " filter='url(#f)'/>")}");

    [Fact]
    public void What_is_too_deep_too_long_or_too_much_is_refused() => Refused(
        Repeated(5_000, i => $"<use id='a{i}' href='#a{i - 1}'/>"),
        Repeated(40, _ => "<g opacity='.9'>") + Red + "/>" + Repeated(40, _ => "</g>"),
        Repeated(25_000, _ => "<rect/>"),
        $"<path d='M0 0{Repeated(50_000, i => $"L{i * 37 % 101} {i * 53 % 97}")}'/>",
        $"<path stroke='red' stroke-dasharray='1 .01' d='M0 0{Repeated(9_000, i => $"L{i * 37 % 101} {i * 53 % 97}")}'/>",
        $"<style>{Repeated(100_000, _ => "a{")}</style>",
        $"<style>{Repeated(100, i => $"rect:nth-last-child({i}){{fill:red}}")}</style>{Repeated(10_000, _ => "<rect/>")}",
        $"<style>{Repeated(1_000, i => $"a g g g g g g g g .a{i}{{fill:red}}")}</style>{Repeated(90, _ => "<g>")}{Repeated(1_000, i => $"<rect class='a{i}'/>")}{Repeated(90, _ => "</g>")}",
        $"<filter id='f'><feConvolveMatrix order='99' kernelMatrix='1'/></filter>{Red} filter='url(#f)'/>",
        $"<filter id='f'>{Repeated(99, _ => "<feMorphology radius='20'/>")}</filter>{Red} filter='url(#f)'/>");

    [Theory]
    [InlineData("<g id='a'><rect width='9' height='9'/><use href='#a'/></g>")]
    [InlineData("<pattern id='p' width='9' height='9'><rect width='9' height='9' fill='url(#p)'/></pattern><rect width='9' height='9' fill='url(#p)'/>")]
    [InlineData("<pattern id='p' href='#q'><rect width='9' height='9' fill='url(#q)'/></pattern><pattern id='q' href='#p'><rect fill='url(#p)'/></pattern><rect width='9' height='9' fill='url(#p)'/>")]
    [InlineData("<pattern id='p' width='1e-6' height='1e-6' patternUnits='userSpaceOnUse'><rect width='9' height='9'/></pattern><rect width='9' height='9' fill='url(#p)'/>")]
    [InlineData("<mask id='m'><rect width='9' height='9' mask='url(#m)'/></mask><rect width='9' height='9' mask='url(#m)'/>")]
    [InlineData("<clipPath id='c' clip-path='url(#c)'><rect width='9' height='9' clip-path='url(#c)'/></clipPath><rect width='9' height='9' clip-path='url(#c)'/>")]
    [InlineData("<marker id='m'><path d='M0 0L1 1' marker-start='url(#m)'/></marker><path d='M0 0L9 9' marker-start='url(#m)'/>")]
    [InlineData("<filter id='f'><feImage href='#r'/></filter><rect id='r' width='9' height='9' filter='url(#f)'/>")]
    [InlineData("<linearGradient id='a' href='#b'/><linearGradient id='b' href='#a'/><rect width='9' height='9' fill='url(#a)'/>")]
    [InlineData("<style>:root{--a:var(--b);--b:var(--a)}rect{fill:var(--a)}</style><rect width='9' height='9'/>")]
    [InlineData("<rect x='1e300' width='NaN' height='Infinity'/><circle r='1e38' cx='-1e38'/><path d='M1e38 1e38L-1e38 3e38Z'/>")]
    public void What_leads_back_to_itself_is_cut(string content) => Open(content).Dispose();

    [Fact]
    public void Nothing_outside_of_the_drawing_is_read()
    {
        var trap = Path.GetTempFileName();
        try
        {
            File.WriteAllText(trap, "<svg xmlns='http://www.w3.org/2000/svg'><rect id='a' width='100' height='100'/></svg>");
            using var picture = Open($"<image width='100' height='100' href='file://{trap}'/><use href='file://{trap}#a'/><use href='{trap}#a'/><rect width='100' height='100' fill='url(file://{trap}#a)'/>");
            Assert.Equal(2, picture.Remarks.Count);
            using var drawn = Draw(picture);
            Assert.All(drawn.Pixels, pixel => Assert.Equal(0, pixel.Alpha));
        }
        finally
        {
            File.Delete(trap);
        }
    }

    [Theory]
    [InlineData("<rect width='9' height='9' filter='url(#f) url(http://127.0.0.1:1/x.svg#f)'/><filter id='f'/>")]
    [InlineData("<rect width='9' height='9' fill='red' cursor='url(http://127.0.0.1:1/x)' mix-blend-mode='multiply;fill:url(http://127.0.0.1:1/x)'/>")]
    [InlineData("<style>@import url(http://127.0.0.1:1/x);@font-face{font-family:a;src:url(http://127.0.0.1:1/x)}rect{marker:url(http://127.0.0.1:1/x);mask:url(http://127.0.0.1:1/x)}</style><rect width='9' height='9'/>")]
    [InlineData("<linearGradient id='a' href='http://127.0.0.1:1/x'/><pattern id='b' href='file:///etc/hostname'/><filter id='c'><feImage href='file:///etc/hostname'/></filter><rect fill='url(#a)' stroke='url(#b)' filter='url(#c)' width='9' height='9'/>")]
    [InlineData("<a href='http://127.0.0.1:1/'><rect width='9' height='9' onload='x()'/></a><script href='http://127.0.0.1:1/x.js'/>")]
    public void What_is_drawn_names_no_address(string content)
    {
        var plain = SanitizedSvg.Of(Encoding.UTF8.GetBytes($"<svg viewBox='0 0 9 9'>{content}</svg>"), "icon.svg").Text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
        Assert.DoesNotContain("//", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("onload", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_of_a_drawing_are_known_and_bounded_and_none_is_fetched()
    {
        using (Load("<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:1/svg11.dtd' [<!ENTITY c 'red'>]><svg viewBox='0 0 9 9'><rect fill='&c;' width='9' height='9'/></svg>"))
        {
        }

        var bomb = Assert.Throws<IconException>(() => Load($"<!DOCTYPE svg [<!ENTITY e0 'M'>{Repeated(20, i => $"<!ENTITY e{i} '&e{i - 1};&e{i - 1};&e{i - 1};'>")}]><svg viewBox='0 0 9 9'><path d='&e19;'/></svg>"));
        Assert.Equal(IconFault.SvgTooComplex, bomb.Fault);
        using var outside = Load("<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><svg viewBox='0 0 9 9'><desc>&x;</desc></svg>");
    }

    [Fact]
    public void Pictures_in_it_have_the_limits_of_pictures()
    {
        var nested = "<rect width='9' height='9'/>";
        for (var i = 0; i < 6; i++)
            nested = $"<image width='9' height='9' href='data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes($"<svg viewBox='0 0 9 9'>{nested}</svg>"))}'/>";
        Refused(nested);
        using var damaged = Open("<rect width='9' height='9'/><image width='9' height='9' href='data:image/png;base64,iVBORw0KGgo='/>");
        Assert.Single(damaged.Remarks);
    }

    [Fact]
    public void A_drawing_at_the_limits_takes_seconds_not_minutes()
    {
        var watch = Stopwatch.StartNew();
        foreach (var content in new[]
        {
            $"<filter id='f'>{Repeated(100, _ => "<feGaussianBlur stdDeviation='90'/>")}</filter>{Red} filter='url(#f)'/>",
            $"<mask id='m'><circle r='30'/></mask>{Repeated(85, _ => Red + " mask='url(#m)'/>")}",
            $"<path d='M0 0{Repeated(19_000, i => $"L{i * 37 % 101} {i * 53 % 97}")}'/>",
            Repeated(1_900, _ => Red + " opacity='.5'/>"),
        })
        {
            using var picture = Open(content);
            using var drawn = Draw(picture);
        }

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), watch.Elapsed.ToString());
    }

    private static void Refused(params string[] contents) =>
        Assert.All(contents, content => Assert.Equal(IconFault.SvgTooComplex, Assert.Throws<IconException>(() => Open(content)).Fault));

    private static SvgPicture Open(string content) => Load($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>{content}</svg>");

    private static SvgPicture Load(string svg) => SvgPicture.Load(Encoding.UTF8.GetBytes(svg), "icon.svg");

    private static string Repeated(int count, Func<int, string> part) => string.Concat(Enumerable.Range(1, count).Select(part));

    private static SKBitmap Draw(SvgPicture picture)
    {
        var bitmap = new SKBitmap(new SKImageInfo(432, 432, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        using var canvas = new SKCanvas(bitmap);
        picture.Draw(canvas, SKRect.Create(432, 432));
        return bitmap;
    }
}
