using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Plan;

public sealed class StartChoiceTests
{
    [Theory]
    [InlineData("dashboard", "dashboard")]
    [InlineData("/app/home?source=pwa#top", "app/home?source=pwa#top")]
    [InlineData("./app/", "app")]
    [InlineData("/docs/", "docs/index.html")]
    [InlineData("page.html", "page.html")]
    public void A_route_stays_and_a_file_is_found(string start, string expected)
    {
        using var app = App(start);
        var plan = Expect.Plan(app);
        Assert.Equal(expected, plan.Start);
        Assert.DoesNotContain(plan.Notices, n => n.Kind == ConfigurationProblems.Ignored);
    }

    [Theory]
    [InlineData("gone.html")]
    [InlineData("/repo/index.html")]
    [InlineData("https://example.com/")]
    [InlineData("../../up")]
    public void Where_nothing_is_there_the_app_starts_with_its_index_page_and_says_so(string start)
    {
        using var app = App(start);
        var plan = Expect.Plan(app);
        Assert.Equal("index.html", plan.Start);
        Assert.Single(plan.Notices, n => n.Kind == ConfigurationProblems.Ignored);
    }

    [Fact]
    public void A_route_in_a_config_xml_is_a_missing_file_as_it_is_for_Cordova()
    {
        using var app = TemporaryApp.Cordova("""<widget id="com.example.app" version="1.0.0"><name>App</name><content src="dashboard"/></widget>""");
        Assert.Equal([AppProblems.StartPageMissing.Code], Expect.Errors(app));
    }

    private static TemporaryApp App(string start) =>
        new(("index.html", ""), ("page.html", ""), ("docs/index.html", ""), ("manifest.webmanifest", $$"""{"name":"App","start_url":"{{start}}"}"""));
}
