using System.Buffers.Binary;
using System.Text;
using System.Text.Json.Nodes;
using SkiaSharp;
using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Resources.Ios;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Resources.Ios;

public sealed class IosBundleTests : IDisposable
{
    private const int TrueColour = 2;

    private readonly TemporaryFolder _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void Every_icon_has_its_size_and_no_alpha()
    {
        var files = Compile(IosPlans.Sample);
        foreach (var size in IosIcons.Sizes)
        {
            var png = files[size.FileName];
            Assert.Equal(size.Pixels, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
            Assert.Equal(size.Pixels, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
            Assert.Equal(TrueColour, png[25]);
            Assert.DoesNotContain("tRNS", Encoding.Latin1.GetString(png), StringComparison.Ordinal);
        }

        Assert.Equal(180, BinaryPrimitives.ReadInt32BigEndian(files["AppIcon60x60@3x.png"].AsSpan(16)));
        Assert.Equal(167, BinaryPrimitives.ReadInt32BigEndian(files["AppIcon83.5x83.5@2x~ipad.png"].AsSpan(16)));
    }

    [Fact]
    public void Every_name_in_the_property_list_has_its_files()
    {
        var files = Compile(IosPlans.Sample).Keys;
        foreach (var (key, suffix) in new[] { ("CFBundleIcons", "@2x"), ("CFBundleIcons~ipad", "@2x") })
        {
            var names = PlistUtilTool.Read(InfoPlist.Write(IosPlans.Sample))![key]!["CFBundlePrimaryIcon"]!["CFBundleIconFiles"]!.AsArray();
            Assert.All(names, name => Assert.Contains(files, file => file.StartsWith((string)name! + suffix, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_phone_gets_no_icons_of_an_ipad() =>
        Assert.DoesNotContain(Compile(IosPlans.Sample with { Devices = DeviceFamilies.Phone }).Keys, name => name.Contains("~ipad", StringComparison.Ordinal));

    [Theory]
    [InlineData("<svg viewBox='0 0 8 8'><circle cx='4' cy='4' r='2' fill='#f00'/></svg>", null, 0xFFFFFFFF)]
    [InlineData("<svg viewBox='0 0 8 8'><circle cx='4' cy='4' r='2' fill='#f00'/></svg>", 0xFF00FF00, 0xFF00FF00)]
    [InlineData("<svg viewBox='0 0 8 8'><rect width='8' height='8' rx='2' fill='#f00'/></svg>", null, 0xFFFF0000)]
    public void Where_the_picture_is_transparent_its_background_shows(string svg, uint? colour, uint corner)
    {
        var icon = new IconPlan([Image(svg)], [], [], colour is { } argb ? new Colour(argb) : null, []);
        using var drawn = SKBitmap.Decode(Compile(IosPlans.Sample with { Icon = icon })["AppIcon60x60@3x.png"]);
        Assert.Equal(new SKColor(corner), drawn.GetPixel(0, 0));
        Assert.Equal(SKColors.Red, drawn.GetPixel(90, 90));
    }

    [Fact]
    public void Layers_stand_in_for_a_missing_picture()
    {
        var front = Image("<svg viewBox='0 0 108 108'><rect x='36' y='36' width='36' height='36' fill='#00f'/></svg>");
        using var drawn = SKBitmap.Decode(Compile(IosPlans.Sample with { Icon = new IconPlan([], [front], [], new Colour(0xFFFFFF00), []) })["AppIcon60x60@2x.png"]);
        Assert.Equal(SKColors.Yellow, drawn.GetPixel(0, 0));
        Assert.Equal(SKColors.Yellow, drawn.GetPixel(26, 60));
        Assert.Equal(SKColors.Blue, drawn.GetPixel(34, 60));
    }

    [Fact]
    public void The_launch_colour_is_a_picture_larger_than_every_screen()
    {
        using var drawn = SKBitmap.Decode(Compile(IosPlans.Sample with { BackgroundColour = new Colour(0xFF123456) })["LaunchColour.png"]);
        Assert.True(drawn.Width >= 1376 && drawn.Height >= 1376);
        Assert.Equal(new SKColor(0xFF123456), drawn.GetPixel(drawn.Width - 1, 0));
        Assert.DoesNotContain("LaunchColour.png", Compile(IosPlans.Sample).Keys);
    }

    [Fact]
    public void Names_in_other_languages_have_folders_and_so_has_the_first()
    {
        var files = Compile(IosPlans.Sample with { LocalisedNames = new Dictionary<string, string> { ["de"] = "Feldnotizen", ["zh-Hans"] = "田野笔记" } });
        Assert.Equal("Field Notes", (string)PlistUtilTool.Read(files["en.lproj/InfoPlist.strings"])!["CFBundleDisplayName"]!);
        Assert.Equal("Feldnotizen", (string)PlistUtilTool.Read(files["de.lproj/InfoPlist.strings"])!["CFBundleDisplayName"]!);
        Assert.Equal("田野笔记", (string)PlistUtilTool.Read(files["zh-Hans.lproj/InfoPlist.strings"])!["CFBundleDisplayName"]!);
        Assert.DoesNotContain(Compile(IosPlans.Sample).Keys, name => name.Contains(".lproj", StringComparison.Ordinal));
    }

    [Fact]
    public void The_shell_is_told_about_its_app_and_nothing_is_collected()
    {
        var files = Compile(IosPlans.Sample with { Type = MobileBuildType.Development });
        var settings = JsonNode.Parse(files["slipway.json"])!;
        Assert.Equal("app", (string)settings["scheme"]!);
        Assert.True((bool)settings["debuggable"]!);
        Assert.False((bool)JsonNode.Parse(Compile(IosPlans.Sample)["slipway.json"])!["debuggable"]!);
        Assert.Equal("APPL????", Encoding.ASCII.GetString(files["PkgInfo"]));
        Assert.Equal("""{"NSPrivacyAccessedAPITypes":[],"NSPrivacyCollectedDataTypes":[],"NSPrivacyTracking":false,"NSPrivacyTrackingDomains":[]}""", PlistUtilTool.Read(files["PrivacyInfo.xcprivacy"])!.ToJsonString());
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes_drawn_or_kept()
    {
        var plan = IosPlans.Sample with { BackgroundColour = Colour.White };
        var drawn = Compile(plan);
        var kept = Compile(plan);
        using var other = new TemporaryFolder();
        var again = Compile(plan, other.Path);
        Assert.Equal(drawn, kept);
        Assert.Equal(drawn, again);
        Assert.Equal(drawn.Keys.Order(StringComparer.Ordinal), drawn.Keys);
    }

    [Fact]
    public void A_picture_that_cannot_be_drawn_is_a_problem()
    {
        var plan = IosPlans.Sample with { Icon = new IconPlan([Image("hello")], [], [], null, []) };
        var e = Assert.Throws<ProblemException>(() => IosBundle.Compile(plan, Host(_cache.Path), []));
        Assert.Equal(IconProblems.NotAnImage.Code, e.Problems[0].Code);
    }

    private static LocalBuildHost Host(string cache) =>
        new(new BuildRequest("app", "dist", null), new BuildEnvironment(cache, cache, DateTimeOffset.UnixEpoch), new Progress<string>());

    private static IconImage Image(string text) => new(Encoding.UTF8.GetBytes(text), "icon");

    private Dictionary<string, byte[]> Compile(IosPlan plan, string? cache = null)
    {
        var files = new Dictionary<string, byte[]>();
        foreach (var item in IosBundle.Compile(plan, Host(cache ?? _cache.Path), []).Files)
        {
            using var stream = item.Open();
            var bytes = new byte[item.Length];
            stream.ReadExactly(bytes);
            files.Add(item.Name, bytes);
        }

        return files;
    }
}
