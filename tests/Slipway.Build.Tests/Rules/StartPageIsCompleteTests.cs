using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Rules;

public sealed class StartPageIsCompleteTests
{
    [Theory]
    [InlineData("<script src='/notes/assets/app.js'></script>", "/notes/assets/app.js")]
    [InlineData("<base href='/notes/'><script src='app.js'></script>", "app.js")]
    [InlineData("<link rel='stylesheet' href='gone.css?v=1'>", "gone.css?v=1")]
    [InlineData("<script src='App.js'></script>", "App.js")]
    [InlineData("<script src=a.js></script><script src=b.js></script><script src=c.js></script><script src=d.js></script>", "a.js, b.js, c.js and 1 more")]
    public void A_page_that_loads_what_the_app_does_not_contain_is_warned_of(string head, string list)
    {
        using var app = new TemporaryApp(("index.html", "<!doctype html>\n" + head), ("app.js", ""), ("style.css", ""));
        var problem = Assert.Single(Expect.Problems(app), p => p.Kind == AppProblems.PartMissing);
        Assert.Equal((Severity.Warning, "index.html:2"), (problem.Severity, problem.Where));
        Assert.Contains($"loads {list}, which", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script src='app.js?v=1#x'></script><link rel=stylesheet href=./style.css>")]
    [InlineData("<base href='./'><script src='/app.js'></script>")]
    [InlineData("<base href='https://cdn.example.com/'><script src='gone.js'></script>")]
    [InlineData("<script src='https://cdn.example.com/a.js'></script><script src='//cdn.example.com/a.js'></script>")]
    [InlineData("<script src='cordova.js'></script><script src='capacitor.js'></script>")]
    [InlineData("<script src='{{ base }}/app.js'></script><script src=''></script><script></script>")]
    [InlineData("<!-- <script src='gone.js'></script> --><link rel='icon' href='gone.png'>")]
    public void A_page_that_has_all_it_loads_passes(string head)
    {
        using var app = new TemporaryApp(("index.html", head), ("app.js", ""), ("style.css", ""));
        Assert.DoesNotContain(Expect.Problems(app), p => p.Kind == AppProblems.PartMissing);
    }

    [Fact]
    public void The_start_page_that_is_configured_is_the_one_that_is_looked_at()
    {
        using var app = TemporaryApp.Cordova(
            "<widget id='com.example.app' version='1.0.0'><name>App</name><content src='start/home.html?a=1'/></widget>", ("www/start/home.html", "<script src='a.js'></script><script src='../b.js'></script>"), ("www/b.js", ""));
        var problem = Assert.Single(Expect.Problems(app), p => p.Kind == AppProblems.PartMissing);
        Assert.Equal("start/home.html:1", problem.Where);
        Assert.Contains("loads a.js, which", problem.Message, StringComparison.Ordinal);
    }
}
