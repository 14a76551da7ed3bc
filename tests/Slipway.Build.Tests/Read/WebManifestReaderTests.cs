using System.Text;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read;

public sealed class WebManifestReaderTests
{
    [Fact]
    public void A_manifest_decides_name_start_colours_and_icon()
    {
        using var app = new TemporaryApp(
            ("pages/start.html", ""),
            ("index.html", "<link rel=manifest href=manifest.webmanifest>"),
            ("i/any.svg", "<svg/>"),
            ("i/mask.png", "png"),
            ("manifest.webmanifest", """
                {"name":"Long Name","short_name":"Short","start_url":"/pages/start.html?from=home#top","display":"fullscreen","orientation":"portrait-primary",
                 "background_color":"#11223380","icons":[{"src":"i/any.svg","sizes":"any"},{"src":"i/mask.png","sizes":"192x192 512x512","purpose":"maskable"},{"src":"https://cdn.example/x.png"}]}
                """));
        var plan = Expect.Plan(app);
        Assert.Equal(("Long Name", "pages/start.html?from=home#top"), (plan.Name, plan.Start));
        Assert.Equal((true, Orientation.Portrait, "#80112233"), (plan.Fullscreen, plan.Orientation, plan.BackgroundColour.ToString()));
        Assert.Equal(("i/any.svg", "i/mask.png"), (plan.Icon.Main[0].Where, plan.Icon.Foreground[0].Where));
    }

    [Theory]
    [InlineData("portrait-secondary", Orientation.Portrait, "reversePortrait")]
    [InlineData("LANDSCAPE", Orientation.Landscape, "sensorLandscape")]
    [InlineData("Landscape-Secondary", Orientation.Landscape, "reverseLandscape")]
    [InlineData("natural", Orientation.Default, null)]
    public void Orientations_are_read_without_case(string keyword, Orientation orientation, string? ofAndroid)
    {
        using var app = new TemporaryApp(("index.html", ""), ("manifest.json", $$"""{"name":"n","orientation":"{{keyword}}","display":"FULLSCREEN","background_color":"hsl(210, 50%, 40%)"}"""));
        var plan = Expect.Plan(app);
        Assert.Equal((orientation, ofAndroid, true, "#FF336699"), (plan.Orientation, plan.ScreenOrientation, plan.Fullscreen, plan.BackgroundColour.ToString()));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{\"name\":\"\\ud800\"}")]
    public void A_linked_manifest_that_is_not_json_is_refused(string json)
    {
        var e = Assert.Throws<ProblemException>(() => Read(json));
        Assert.Equal(ConfigurationProblems.JsonMalformed, Assert.Single(e.Problems).Kind);
    }

    [Fact]
    public void A_member_of_a_wrong_type_is_ignored_and_said()
    {
        var manifest = Read("\uFEFF{\"name\":1,\"icons\":{}}");
        Assert.Null(manifest.Name);
        Assert.Equal(ConfigurationProblems.JsonType, Assert.Single(manifest.Ignored).Kind);
    }

    [Theory]
    [InlineData("""{"name":"n","scope":"/notes/","start_url":"/notes/?a=1","icons":[{"src":"/notes/i.svg"}]}""", "index.html?a=1")]
    [InlineData("""{"name":"n","start_url":"/notes/index.html","icons":[{"src":"/notes/i.svg"}]}""", "index.html")]
    [InlineData("""{"name":"n","scope":"/notes/","start_url":"/notes/list","icons":[{"src":"i.svg"}]}""", "list")]
    [InlineData("""{"name":"n","scope":"/a/notes/","start_url":"/a/notes","icons":[{"src":"i.svg"}]}""", "index.html")]
    public void A_manifest_that_was_written_for_a_folder_of_a_server_counts_from_the_top(string json, string start)
    {
        using var app = new TemporaryApp(("index.html", "<link rel=manifest href=/notes/manifest.json>"), ("i.svg", "<svg/>"), ("manifest.json", json));
        var plan = Expect.Plan(app);
        Assert.Equal((start, "i.svg"), (plan.Start, plan.Icon.Main.Single().Where));
        Assert.Contains(plan.Notices, n => n.Kind == ConfigurationProblems.Ignored && n.Message.Contains("of a server", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"name":"n","start_url":"/notes/","icons":[{"src":"/i.svg"}]}""", "notes")]
    [InlineData("""{"name":"n","scope":"/","start_url":"/notes/","icons":[{"src":"/i.svg"}]}""", "notes")]
    [InlineData("""{"name":"n","scope":"/img/","start_url":"/img/","icons":[{"src":"/img/i.svg"}]}""", "img/index.html")]
    public void A_route_or_a_folder_of_the_app_is_no_folder_of_a_server(string json, string start)
    {
        using var app = new TemporaryApp(("index.html", ""), ("i.svg", "<svg/>"), ("img/index.html", ""), ("img/i.svg", "<svg/>"), ("manifest.json", json));
        Assert.Equal(start, Expect.Plan(app).Start);
    }

    [Theory]
    [InlineData("""["window-controls-overlay", 7, "fullscreen", "browser"]""", true)]
    [InlineData("""["standalone", "fullscreen"]""", false)]
    [InlineData("""["tabbed"]""", true)]
    [InlineData("7", true)]
    public void The_first_display_mode_of_an_override_that_is_known_counts(string list, bool isFullscreen)
    {
        using var app = new TemporaryApp(("index.html", ""), ("manifest.json", $$"""{"name":"n","display":"fullscreen","display_override":{{list}}}"""));
        Assert.Equal(isFullscreen, Expect.Plan(app).Fullscreen);
    }

    [Fact]
    public void A_name_of_several_lines_becomes_one() => Assert.Equal("Many Lines", Read("""{"name":"  Many \n\t Lines "}""").Name!.Value);

    [Fact]
    public void What_an_installed_app_would_do_and_ours_does_not_is_named()
    {
        var notice = Assert.Single(Read("""{"name":"n","theme_color":"red","shortcuts":[],"share_target":{},"description":"d","screenshots":[],"id":"/"}""").Ignored);
        Assert.Equal((ConfigurationProblems.Ignored, "Members were ignored: share_target, shortcuts, theme_color."), (notice.Kind, notice.Message));
    }

    private static WebManifest Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return WebManifestReader.Read(new AppFile("manifest.json", bytes.Length, () => new MemoryStream(bytes)), linked: true)!;
    }
}
