using Slipway.Build.Plan;
using Slipway.Build.Plan.Ios;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;
using Slipway.Protocol.Problems;
using Slipway.Signing.Ios;

namespace Slipway.Build.Tests.Read;

public sealed class ConfigFinderTests
{
    private const string Widget = """<widget id="com.example.legacy" version="4.5.6"><name>Legacy</name><content src="index.html"/></widget>""";

    [Theory]
    [InlineData("<gallery><image/></gallery>")]
    [InlineData("<!DOCTYPE gallery SYSTEM \"gallery.dtd\"><gallery/>")]
    [InlineData("no xml at all")]
    [InlineData("")]
    public void A_config_xml_of_another_root_is_a_file_of_the_app(string content)
    {
        using var app = new TemporaryApp(("index.html", "<title>Gallery</title>"), ("config.xml", content));
        var plan = Expect.Plan(app);
        Assert.Equal("Gallery", plan.Name);
        Assert.Equal(["config.xml", "index.html"], plan.WebFiles.Select(f => f.Path));
        Assert.Single(plan.Notices, n => n.Kind == ConfigurationProblems.NotAWidget && n.Severity == Severity.Notice);
    }

    [Theory]
    [InlineData("<!DOCTYPE widget><widget/>", "SLW-CNF-40002")]
    [InlineData("<widget", "SLW-CNF-40001")]
    public void A_widget_that_cannot_be_read_is_refused(string content, string code)
    {
        using var app = new TemporaryApp(("index.html", ""), ("config.xml", content));
        Assert.Equal([code], Expect.Errors(app));
    }

    [Fact]
    public void The_configuration_of_an_old_project_is_in_its_web_folder()
    {
        using var app = new TemporaryApp(("www/config.xml", Widget), ("www/index.html", ""), ("merges/android/a.css", "android"), ("www/a.css", "general"));
        var plan = Expect.Plan(app);
        Assert.Equal(("com.example.legacy", "4.5.6", "Legacy"), (plan.Id, plan.VersionName, plan.Name));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal("android"u8.ToArray(), source.FindWebFile("a.css")!.ReadAll(100));
        Assert.Contains("www/config.xml", NativeInputs.Of(source, plan, new BuildRequest(app.Folder, "dist", null)));
    }

    [Theory]
    [InlineData("src-cordova", "src-cordova/www")]
    [InlineData("src-cordova", "dist/spa")]
    [InlineData("cordova", "cordova/www")]
    [InlineData("cordova", "www")]
    public void The_Cordova_project_of_a_framework_is_in_a_folder_of_its_own(string folder, string webFolder)
    {
        const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8'/></svg>";
        using var app = new TemporaryApp(
            ("package.json", """{"dependencies":{"quasar":"2"}}"""), ("index.html", "<title><%= productName %></title>"), (webFolder + "/index.html", ""),
            (folder + "/config.xml", Widget.Replace("<content", "<icon src='res/icon.svg'/><content", StringComparison.Ordinal)), (folder + "/res/icon.svg", Svg),
            (folder + "/merges/android/a.css", "android"));
        var plan = Expect.Plan(app);
        Assert.Equal(("com.example.legacy", "4.5.6", "Legacy", folder + "/res/icon.svg"), (plan.Id, plan.VersionName, plan.Name, plan.Icon.Main.Single().Where));
        Assert.Equal(["a.css", "index.html"], plan.WebFiles.Select(f => f.Path));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal(webFolder, source.WebRoot);
        Assert.Contains(folder + "/config.xml", NativeInputs.Of(source, plan, new BuildRequest(app.Folder, "dist", null)));
    }

    [Fact]
    public void A_configuration_in_a_folder_of_a_plain_web_app_is_a_file_of_it()
    {
        using var app = new TemporaryApp(("index.html", ""), ("cordova/config.xml", Widget), ("cordova/www/index.html", ""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Equal((null, ""), (source.Config, source.WebRoot));
    }

    [Fact]
    public void A_configuration_of_Capacitor_beside_a_config_xml_is_ignored_with_a_notice()
    {
        using var app = TemporaryApp.Cordova(Widget, ("capacitor.config.ts", "export default { appId: 'com.example.other' }"));
        var plan = Expect.Plan(app);
        Assert.Equal("com.example.legacy", plan.Id);
        Assert.Contains(plan.Notices, n => n.Kind == ConfigurationProblems.Ignored && n.Where == "capacitor.config.ts");
    }

    [Fact]
    public void A_configuration_above_wins_over_one_in_the_web_folder()
    {
        using var app = new TemporaryApp(("config.xml", Widget.Replace("legacy", "newer", StringComparison.Ordinal)), ("www/config.xml", Widget), ("www/index.html", ""));
        Assert.Equal("com.example.newer", Expect.Plan(app).Id);
    }

    [Fact]
    public void Where_a_page_lies_above_a_configuration_below_is_none()
    {
        using var app = new TemporaryApp(("index.html", ""), ("www/config.xml", Widget), ("www/index.html", ""));
        using var source = AppReader.Read(app.Folder, MobilePlatform.Android);
        Assert.Null(source.Config);
    }

    [Theory]
    [InlineData("http://example.com/tizen")]
    [InlineData("https://example.com/app")]
    public void An_id_that_is_an_address_is_refused_and_the_option_named(string id)
    {
        using var app = new TemporaryApp(("config.xml", $"""<widget xmlns="http://www.w3.org/ns/widgets" id="{id}" version="1.0.0"><name>T</name></widget>"""), ("index.html", ""));
        foreach (var platform in new[] { MobilePlatform.Android, MobilePlatform.Ios })
        {
            var problem = Assert.Single(Refused(app, platform));
            Assert.Equal(SigningProblems.IdInvalid, problem.Kind);
            Assert.Contains("--id", problem.Remedy, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<Problem> Refused(TemporaryApp app, MobilePlatform platform)
    {
        using var source = AppReader.Read(app.Folder, platform);
        var request = new BuildRequest(app.Folder, "dist", null);
        var e = Assert.Throws<ProblemException>(() => platform == MobilePlatform.Ios ? (AppPlan)IosPlanner.Plan(source, request, _ => new IosSigningPlan(MobileBuildType.Simulator, null, [])) : AndroidPlanner.Plan(source, request));
        return e.Problems.Where(p => p.Severity == Severity.Error);
    }
}
