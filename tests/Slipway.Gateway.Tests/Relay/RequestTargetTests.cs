using Slipway.Gateway.Relay;

namespace Slipway.Gateway.Tests.Relay;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/docs/", "/docs/")]
    [InlineData("/a/1/My%20App-1.0.apk?expires=1&signature=a%2Fb", "/a/1/My%20App-1.0.apk")]
    [InlineData("/a/1/%C3%84pp.apk", "/a/1/%C3%84pp.apk")]
    [InlineData("/a/1/100%25.apk", "/a/1/100%25.apk")]
    [InlineData("/a/1/a...b", "/a/1/a...b")]
    [InlineData("/a/1/.well-known", "/a/1/.well-known")]
    [InlineData("/i/x?next=/../y", "/i/x")]
    public void A_plain_path_passes_as_it_is(string target, string path) => Assert.Equal(path, RequestTarget.PathOf(target));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("http://localhost/a")]
    [InlineData("localhost:443")]
    [InlineData("//evil.example.com/a")]
    [InlineData("/a//b")]
    [InlineData("/a/b//")]
    [InlineData("/a/./b")]
    [InlineData("/a/../b")]
    [InlineData("/a/..")]
    [InlineData("/a/%2e%2E/b")]
    [InlineData("/a/.%2e/b")]
    [InlineData("/a%2fb")]
    [InlineData("/a%5Cb")]
    [InlineData("/a\\b")]
    [InlineData("/a/..;/b")]
    [InlineData("/a;x=1/b")]
    [InlineData("/a%3Bx/b")]
    [InlineData("/a%00")]
    [InlineData("/a%0d%0aX:y")]
    [InlineData("/a%7f")]
    [InlineData("/a/%252e%252e/b")]
    [InlineData("/a%252Fb")]
    [InlineData("/a%25252fb")]
    [InlineData("/a%2")]
    [InlineData("/a%zz")]
    [InlineData("/a#b")]
    [InlineData("/a?b#c")]
    [InlineData("/a b")]
    [InlineData("/ä")]
    [InlineData("/a?ä")]
    [InlineData("/a\t")]
    public void What_can_be_read_in_two_ways_does_not(string target) => Assert.Null(RequestTarget.PathOf(target));
}
