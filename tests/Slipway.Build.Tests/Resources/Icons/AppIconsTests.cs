using System.Buffers.Binary;
using System.Text;
using CsCheck;
using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Resources.Compile;
using Slipway.Build.Resources.Icons;

namespace Slipway.Build.Tests.Resources.Icons;

public class AppIconsTests
{
    private const string Shapes =
        """
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">
          <style>.a{fill:url(#g)} .b{stroke:#00f;stroke-width:4}</style>
          <defs><linearGradient id="s"><stop offset="0" stop-color="red"/><stop offset="100%" style="stop-color:#0f0"/></linearGradient>
          <linearGradient id="g" xlink:href="#s" x1="0" x2="1"/><radialGradient id="r" href="#s"/><clipPath id="c"><circle cx="50" cy="50" r="40"/></clipPath>
          <g id="p"><path d="M0 0h10v10z"/></g></defs>
          <rect class="a" width="100" height="100" rx="20"/><g transform="translate(10,10) rotate(45 40 40)" opacity=".5" clip-path="url(#c)">
          <ellipse cx="40" cy="40" rx="20" ry="10" fill="url(#r)"/><polygon points="0,0 10,0 10,10" class="b"/></g>
          <use href="#p" x="40" y="40"/><line x1="0" y1="0" x2="9" y2="9" stroke="currentColor" stroke-dasharray="1 2"/>
        </svg>
        """;

    [Fact]
    public void Every_density_has_every_layer_in_its_size()
    {
        var files = Render(Png(512, 512)).ToDictionary(file => file.Path);

        foreach ((var density, var layer, var legacy) in new[] { ("mdpi", 108, 48), ("hdpi", 162, 72), ("xhdpi", 216, 96), ("xxhdpi", 324, 144), ("xxxhdpi", 432, 192) })
        {
            Assert.Equal((layer, layer), SizeOf(files[$"mipmap-{density}/ic_launcher_foreground.png"]));
            Assert.Equal((layer, layer), SizeOf(files[$"mipmap-{density}/ic_launcher_monochrome.png"]));
            Assert.Equal((legacy, legacy), SizeOf(files[$"mipmap-{density}/ic_launcher.png"]));
            Assert.Equal((legacy, legacy), SizeOf(files[$"mipmap-{density}/ic_launcher_round.png"]));
        }
    }

    [Fact]
    public void A_tile_reaches_the_edge_of_what_a_mask_can_show()
    {
        using var layer = SKBitmap.Decode(Render(Png(512, 512)).Single(f => f.Path == "mipmap-xxxhdpi/ic_launcher_foreground.png").Bytes.Span);

        Assert.Equal(0, layer.GetPixel(68, 216).Alpha);
        Assert.Equal(255, layer.GetPixel(76, 216).Alpha);
    }

    [Fact]
    public void A_figure_lies_in_the_part_of_the_layer_that_is_always_seen()
    {
        var figure = Encoding.UTF8.GetBytes("<svg viewBox='0 0 8 8'><path d='M0 4L4 0L8 4L4 8z'/></svg>");
        using var layer = SKBitmap.Decode(Render(figure).Single(f => f.Path == "mipmap-xxxhdpi/ic_launcher_foreground.png").Bytes.Span);

        Assert.Equal(0, layer.GetPixel(80, 216).Alpha);
        Assert.Equal(255, layer.GetPixel(92, 216).Alpha);
    }

    [Fact]
    public void Svg_shapes_are_drawn_where_they_stand()
    {
        using var icon = SKBitmap.Decode(Render(Encoding.UTF8.GetBytes(Shapes)).Single(f => f.Path == "mipmap-xxxhdpi/ic_launcher.png").Bytes.Span);

        var left = icon.GetPixel(4, 96);
        var right = icon.GetPixel(187, 96);
        Assert.Equal(0, icon.GetPixel(0, 191).Alpha);
        Assert.True(left.Red > 200 && left.Green < 60, left.ToString());
        Assert.True(right.Green > 200 && right.Red < 60, right.ToString());
        Assert.Equal(SKColors.Black, icon.GetPixel(94, 80));
    }

    [Fact]
    public void The_built_in_icon_has_a_coloured_tile()
    {
        using var icon = SKBitmap.Decode(AppIcons.Render(IconPlan.BuiltIn).Files.Single(f => f.Path == "mipmap-mdpi/ic_launcher.png").Bytes.Span);

        Assert.Equal(BuiltInIcon.Tile, icon.GetPixel(24, 2));
    }

    [Fact]
    public void A_background_picture_takes_the_place_of_the_colour()
    {
        var plan = new IconPlan([Image(Png(64, 64))], [], [Image(Png(64, 64))], null, []);
        var files = AppIcons.Render(plan).Files;

        Assert.Contains(files, f => f.Path == "mipmap-hdpi/ic_launcher_background.png");
        Assert.DoesNotContain(files, f => f.Path.StartsWith("values/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", IconFault.NotAnImage)]
    [InlineData("hello", IconFault.NotAnImage)]
    [InlineData("<html/>", IconFault.NotAnImage)]
    [InlineData("<svg", IconFault.NotAnImage)]
    [InlineData("<svg viewBox='0 0 9 9'><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>a</p></foreignObject></svg>", IconFault.UnsupportedSvg)]
    [InlineData("<svg viewBox='0 0 0 9'/>", IconFault.Damaged)]
    public void A_picture_that_cannot_be_used_is_refused_by_name(string content, IconFault fault) =>
        Assert.Equal(fault, Refusal(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Repeated_use_does_not_multiply_without_end()
    {
        var svg = "<svg viewBox='0 0 9 9'><g id='a0'><rect width='1' height='1'/></g>"
            + string.Concat(Enumerable.Range(1, 30).Select(i => $"<g id='a{i}'><use href='#a{i - 1}'/><use href='#a{i - 1}'/></g>")) + "</svg>";

        Assert.Equal(IconFault.SvgTooComplex, Refusal(Encoding.UTF8.GetBytes(svg)));
    }

    [Fact]
    public void A_drawing_that_cannot_be_drawn_gives_way_to_the_next_picture_and_the_reason_names_what_it_uses()
    {
        var drawing = Encoding.UTF8.GetBytes("<svg viewBox='0 0 9 9'><rect width='9' height='9' style='mask:linear-gradient(black,transparent)'/></svg>");
        var icons = AppIcons.Render(new IconPlan([Image(drawing), Image(Png(64, 64))], [], [], null, []));

        var remark = Assert.Single(icons.Remarks);
        Assert.False(remark.IsDrawn);
        Assert.Equal("a mask that is no <mask> is not drawn here", remark.Text);
        Assert.Equal(Render(Png(64, 64)).Select(f => f.Bytes.ToArray()), icons.Files.Select(f => f.Bytes.ToArray()));
    }

    [Fact]
    public void A_picture_of_too_many_pixels_is_refused_by_its_header()
    {
        var bomb = Png(4, 4);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), RasterPictures.Crc(bomb.AsSpan(12, 17)));

        Assert.Equal(IconFault.TooLarge, Refusal(bomb));
    }

    [Fact]
    public void A_truncated_picture_is_refused() => Assert.Equal(IconFault.Damaged, Refusal(Png(256, 256)[..200]));

    [Fact]
    public void Of_an_animated_png_the_first_frame_is_taken_and_it_is_said()
    {
        var png = Png(8, 8);
        var control = RasterPictures.Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]);

        var remark = Assert.Single(AppIcons.Render(new IconPlan([Image([.. png[..33], .. control, .. png[33..]])], [], [], null, [])).Remarks);
        Assert.True(remark.IsDrawn);
    }

    [Fact]
    public void Broken_pictures_are_drawn_or_refused()
    {
        foreach (var seed in new[] { Png(32, 32), Encoding.UTF8.GetBytes(Shapes) })
        {
            Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte, Gen.Int[0, seed.Length - 1], Gen.Byte).Sample(
                (i, a, j, b) =>
                {
                    var bytes = (byte[])seed.Clone();
                    bytes[i] = a;
                    bytes[j] = b;
                    try
                    {
                        IconPictures.Open(Image(bytes)).Dispose();
                    }
                    catch (IconException)
                    {
                    }
                },
                iter: 2_000);
        }
    }

    private static IconFault Refusal(byte[] bytes) => Assert.Throws<IconException>(() => Render(bytes)).Fault;

    private static IReadOnlyList<ResourceFile> Render(byte[] bytes) => AppIcons.Render(new IconPlan([Image(bytes)], [], [], null, [])).Files;

    private static IconImage Image(byte[] bytes) => new(bytes, "icon");

    private static (int Width, int Height) SizeOf(ResourceFile file)
    {
        using var bitmap = SKBitmap.Decode(file.Bytes.Span);
        return (bitmap.Width, bitmap.Height);
    }

    private static byte[] Png(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 7), (byte)(y * 3), (byte)(x ^ y)));
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
