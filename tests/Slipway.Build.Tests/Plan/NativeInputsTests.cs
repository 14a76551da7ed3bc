using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Builds;

namespace Slipway.Build.Tests.Plan;

/// <summary>Which files of an app shape its native part.</summary>
public sealed class NativeInputsTests : IDisposable
{
    private readonly TemporaryApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void A_Cordova_project_has_its_configuration_and_icons()
    {
        _app.Add("config.xml", """<widget id="dev.example.app" version="1.0.0"><name>App</name><icon src="res/icon.png" /></widget>""");
        _app.Add("www/index.html", "<title>Other</title>");
        _app.Add("res/icon.png", "picture");
        Assert.Equal(["config.xml", "res/icon.png"], Inputs());
    }

    [Fact]
    public void A_manifest_counts_with_the_icons_that_it_names()
    {
        _app.Add("dist/index.html", """<title>Page</title><link rel="manifest" href="static/app.json">""");
        _app.Add("dist/static/app.json", """{"name":"App","icons":[{"src":"icon.png","sizes":"512x512"}]}""");
        _app.Add("dist/static/icon.png", "picture");
        _app.Add("package.json", "{}");
        Assert.Equal(["dist/static/app.json", "dist/static/icon.png"], Inputs());
    }

    [Fact]
    public void The_start_page_counts_where_its_title_is_the_name()
    {
        _app.Add("index.html", "<title>Page</title>");
        Assert.Equal(["index.html"], Inputs());
        Assert.Empty(Inputs("Given"));
    }

    private IReadOnlyList<string> Inputs(string? name = null)
    {
        var request = new BuildRequest(_app.Folder, "dist", null) { Options = new() { Name = name } };
        using var app = AppReader.Read(_app.Folder, MobilePlatform.Android);
        return NativeInputs.Of(app, AndroidPlanner.Plan(app, request), request);
    }
}
