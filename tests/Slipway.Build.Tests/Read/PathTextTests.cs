using Slipway.Build.Read;

namespace Slipway.Build.Tests.Read;

public sealed class PathTextTests
{
    [Theory]
    [InlineData("a/b.png", "a/b.png")]
    [InlineData("./a//b/../c", "a/c")]
    [InlineData("..", null)]
    [InlineData("a/../../b", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("C:\\x", null)]
    [InlineData("C:/x", null)]
    [InlineData("..\\x", null)]
    [InlineData("~/x", null)]
    [InlineData("", null)]
    public void Paths_that_leave_are_told_from_those_that_stay(string path, string? expected) => Assert.Equal(expected, PathText.Normalise(path));

    [Theory]
    [InlineData("index.html", "a.html?x#y", "a.html", "?x#y")]
    [InlineData("index.html", "/", "index.html", "")]
    [InlineData("index.html", ".", "index.html", "")]
    [InlineData("a/m.json", "./", "a/index.html", "")]
    [InlineData("a/m.json", "../b%20c.html", "b c.html", "")]
    [InlineData("a/m.json", "?q", "a/m.json", "?q")]
    [InlineData("a/m.json", "../../x", null, null)]
    [InlineData("m.json", "https://example.com/", null, null)]
    [InlineData("m.json", "//example.com/", null, null)]
    [InlineData("m.json", "%2e%2e/x", null, null)]
    public void Addresses_resolve_as_in_a_browser_but_never_out_of_the_app(string from, string address, string? path, string? suffix)
    {
        var resolved = AppAddress.Resolve(from, address);
        Assert.Equal((path, suffix), (resolved?.Path, resolved?.Suffix));
    }
}
