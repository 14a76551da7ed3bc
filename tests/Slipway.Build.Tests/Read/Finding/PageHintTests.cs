using Slipway.Protocol.Problems;

namespace Slipway.Build.Tests.Read.Finding;

public sealed class PageHintTests
{
    [Theory]
    [InlineData("apps/shop/dist, apps/admin/dist", "apps/shop/dist/index.html", "apps/admin/dist/index.html", "packages/ui/package.json")]
    [InlineData("my-app", "my-app/index.html")]
    [InlineData("site", "site/index.html", "node_modules/x/index.html", ".cache/index.html")]
    [InlineData("dist/apps/shop/browser", "dist/apps/shop/browser/index.html", "apps/shop/src/index.html")]
    [InlineData("Index.html", "Index.html")]
    [InlineData("index.htm", "index.htm")]
    [InlineData("index.php", "index.php")]
    public void What_may_have_been_meant_is_named(string names, params string[] files)
    {
        using var app = new TemporaryApp([("package.json", """{"workspaces":["apps/*"],"scripts":{"build":"turbo build"}}"""), .. files.Select(file => (file, "<title>Page</title>"))]);
        var problem = Assert.Single(Expect.Problems(app), p => p.Severity == Severity.Error);
        Assert.Equal(AppProblems.NoStartPage, problem.Kind);
        Assert.All(names.Split(", "), name => Assert.Contains(name, problem.Remedy, StringComparison.Ordinal));
        Assert.DoesNotContain("node_modules", problem.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("shop/src", problem.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_source_is_not_named()
    {
        using var app = new TemporaryApp(("package.json", "{}"), ("apps/web/index.html", "<script type=module src=/src/main.tsx></script>"));
        Assert.DoesNotContain("apps/web", Assert.Single(Expect.Problems(app), p => p.Severity == Severity.Error).Remedy, StringComparison.Ordinal);
    }
}
