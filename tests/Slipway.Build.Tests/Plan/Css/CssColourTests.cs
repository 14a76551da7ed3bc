using Slipway.Build.Plan;
using Slipway.Build.Plan.Css;

namespace Slipway.Build.Tests.Plan.Css;

/// <summary>The expected pixels are what Chromium 156 paints.</summary>
public sealed class CssColourTests
{
    [Theory]
    [InlineData("rgb(31 111 235)", "#FF1F6FEB")]
    [InlineData("rgba(31,111,235,.5)", "#801F6FEB")]
    [InlineData("rgb(10% 20% 30% / 40%)", "#661A334D")]
    [InlineData("RGB(300, -5, 127.5)", "#FFFF0080")]
    [InlineData("rgb(none 50 100)", "#FF003264")]
    [InlineData("hsl(210, 50%, 40%)", "#FF336699")]
    [InlineData("hsla(210deg 50% 40% / 0.25)", "#40336699")]
    [InlineData("hsl(0.5turn 100% 25%)", "#FF008080")]
    [InlineData("hsl(-90 30 60)", "#FF997AB8")]
    [InlineData("hwb(120 10% 20%)", "#FF1ACC1A")]
    [InlineData("hwb(200grad 60% 60%)", "#FF808080")]
    [InlineData("lab(50% 40 -20)", "#FFAB5A9A")]
    [InlineData("lab(29.2345% 39.3825 20.0664)", "#FF7D2329")]
    [InlineData("lch(52.2345% 72.2 56.2)", "#FFC65D06")]
    [InlineData("oklab(59% 0.1 0.1)", "#FFC05D2B")]
    [InlineData("oklch(60% 0.15 50)", "#FFC46016")]
    [InlineData("oklch(0.7 40% 3.5rad)", "#FF00BAC6")]
    [InlineData("color(display-p3 0.2 0.5 0.4)", "#FF008264")]
    [InlineData("color(display-p3 1 0 0)", "#FFFF0000")]
    [InlineData("color(srgb 0.2 0.4 0.6 / 0.5)", "#80336699")]
    [InlineData("color(srgb-linear 0.2 0.4 0.6)", "#FF7CAACB")]
    [InlineData("color(a98-rgb 0.2 0.5 0.4)", "#FF008065")]
    [InlineData("color(prophoto-rgb 0.3 0.5 0.4)", "#FF009B75")]
    [InlineData("color(rec2020 0.2 0.5 0.4)", "#FF009271")]
    [InlineData("color(xyz 0.2 0.2 0.3)", "#FF797A92")]
    [InlineData("color(xyz-d50 0.2 0.2 0.3)", "#FF6E7BA8")]
    [InlineData(" RebeccaPurple ", "#FF663399")]
    [InlineData("#1f6febcc", "#CC1F6FEB")]
    [InlineData("#18f8", "#881188FF")]
    [InlineData("#18f", "#FF1188FF")]
    [InlineData("transparent", "#00000000")]
    public void A_colour_is_what_a_browser_paints(string css, string expected)
    {
        var colour = Assert.NotNull(CssColour.Parse(css));
        Assert.All(Bytes(colour).Zip(Bytes(Read(expected))), pair => Assert.InRange(pair.First - pair.Second, -1, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("#12345")]
    [InlineData("#gggggg")]
    [InlineData("rgb(1,2)")]
    [InlineData("rgb(1 2 3 4)x")]
    [InlineData("rgb(1 2 3 / )")]
    [InlineData("rgb(1,2,,3)")]
    [InlineData("hsl(10parsec 1% 1%)")]
    [InlineData("color(cmyk 1 1 1)")]
    [InlineData("color()")]
    [InlineData("url(#a b c)")]
    [InlineData("currentcolor")]
    [InlineData("var(--x)")]
    [InlineData("blueish")]
    public void What_is_no_colour_by_itself_is_none(string css) => Assert.Null(CssColour.Parse(css));

    private static Colour Read(string text) => Colour.TryParse(text, out var colour) ? colour : throw new ArgumentException(text);

    private static int[] Bytes(Colour colour) => [(int)(colour.Argb >> 24), (int)(colour.Argb >> 16 & 0xFF), (int)(colour.Argb >> 8 & 0xFF), (int)(colour.Argb & 0xFF)];
}
