using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Tests.Resources.Icons;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Plan;

/// <summary>Which of the pictures that an app names becomes its icon.</summary>
public sealed class IconChoiceTests
{
    [Theory]
    [InlineData("/res/a.png")]
    [InlineData("./res//a.png")]
    [InlineData(@"res\a.png")]
    [InlineData("www/../res/a.png")]
    public void A_path_counts_from_the_project_however_it_is_written(string path)
    {
        using var app = new TemporaryApp(("config.xml", Config($"""<icon src="{path}"/>""")), ("www/index.html", ""), ("res/a.png", "picture"));
        Assert.Equal(["res/a.png"], Expect.Plan(app).Icon.Main.Select(i => i.Where));
    }

    [Fact]
    public void Pictures_count_by_their_real_size_and_those_of_the_platform_win()
    {
        using var app = new TemporaryApp(
            ("config.xml", Config("""<icon src="all.png"/><platform name="android"><icon src="s.png" width="512"/><icon src="l.png"/><icon src="no.png" density="hdpi"/></platform>""")),
            ("www/index.html", ""));
        app.Add("all.png", RasterPictures.Encode(SKEncodedImageFormat.Png, 900));
        app.Add("s.png", RasterPictures.Encode(SKEncodedImageFormat.Png, 48));
        app.Add("l.png", RasterPictures.Encode(SKEncodedImageFormat.Webp, 200));
        var plan = Expect.Plan(app);
        Assert.Equal(["l.png", "s.png", "all.png"], plan.Icon.Main.Select(i => i.Where));
        Assert.Equal("There is no file 'no.png'.", Assert.Single(plan.Notices, n => n.Kind == IconProblems.Skipped).Message);
    }

    [Fact]
    public void Where_no_picture_is_left_it_is_an_error()
    {
        using var app = new TemporaryApp(("config.xml", Config("""<icon src="a.png"/><icon src="b.png" width="9"/>""")), ("www/index.html", ""));
        var e = Assert.Throws<ProblemException>(() => Expect.Plan(app));
        Assert.Equal(ConfigurationProblems.ResourceMissing, Assert.Single(e.Problems, p => p.Severity == Severity.Error).Kind);
    }

    [Fact]
    public void Endings_and_types_of_a_manifest_do_not_matter_and_addresses_are_decoded()
    {
        using var app = new TemporaryApp(
            ("index.html", "<link rel=manifest href=m.json>"),
            ("m.json", """{"name":"App","icons":[{"src":"/i/a%20b?v=2","type":"image/x"},{"src":"data:image/svg+xml,%3Csvg/%3E"},{"src":"x.avif","sizes":"1024x1024"}]}"""),
            ("x.avif", "avif"));
        app.Add("i/a b", RasterPictures.Encode(SKEncodedImageFormat.Webp, 300));
        Assert.Equal(["m.json (icons)", "i/a b", "x.avif"], Expect.Plan(app).Icon.Main.Select(i => i.Where));
    }

    [Theory]
    [InlineData("""<link rel="icon" href="/favicon.ico" sizes="any"><link rel='apple-touch-icon' href='touch.png'>""", "touch.png", "favicon.ico")]
    [InlineData("""<LINK REL="shortcut icon" HREF=favicon.ico?v=3>""", "favicon.ico")]
    [InlineData("""<link rel="icon" href="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h9v9'/></svg>">""", "index.html (link)")]
    [InlineData("""<link rel="mask-icon" href="touch.png"><link rel=icon href=https://cdn.example/x.png>""")]
    [InlineData("""<link rel="icon" href="gone.png">""")]
    public void Without_a_manifest_the_page_names_the_icon(string html, params string[] expected)
    {
        using var app = new TemporaryApp(("index.html", $"<title>App</title>{html}"));
        app.Add("favicon.ico", RasterPictures.Ico(16, 32));
        app.Add("touch.png", RasterPictures.Encode(SKEncodedImageFormat.Png, 180));
        var plan = Expect.Plan(app);
        Assert.Equal(expected, plan.Icon.Main.Select(i => i.Where));
        Assert.Equal(IconSource.Page, plan.Icon.Source);
    }

    private static string Config(string content) => $"""<widget id="dev.example.app" version="1.0.0"><name>App</name>{content}</widget>""";
}
