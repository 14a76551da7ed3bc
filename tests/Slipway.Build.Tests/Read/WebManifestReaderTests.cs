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

    private static WebManifest Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        return WebManifestReader.Read(new AppFile("manifest.json", bytes.Length, () => new MemoryStream(bytes)), linked: true)!;
    }
}
