using System.Text;
using Slipway.Connect.Messages;
using Slipway.Gateway.Requests;

namespace Slipway.Gateway.Tests.Requests;

public sealed class RequestHeadTests
{
    [Fact]
    public void A_tunnel_is_asked_for_with_an_authority()
    {
        var head = Read("CONNECT Example.COM:443 HTTP/1.1\r\nHost: example.com:443\r\nProxy-Authorization: Basic eA==\r\n\r\nrest", out var length);
        Assert.NotNull(head);
        Assert.True(head.IsConnect);
        Assert.Equal("example.com:443", head.Destination.ToString());
        Assert.Equal("Basic eA==", head.ProxyAuthorization);
        Assert.Equal("CONNECT Example.COM:443 HTTP/1.1\r\nHost: example.com:443\r\nProxy-Authorization: Basic eA==\r\n\r\n".Length, length);
    }

    [Theory]
    [InlineData("http://example.com", "/", "example.com:80")]
    [InlineData("HTTP://example.com:8080/a/b?c=d", "/a/b?c=d", "example.com:8080")]
    [InlineData("http://example.com?q", "/?q", "example.com:80")]
    [InlineData("http://[::1]/", "/", "[::1]:80")]
    public void Plain_requests_have_the_whole_address(string target, string path, string destination)
    {
        var head = Read($"GET {target} HTTP/1.1\r\nHost: whatever.test\r\n\r\n", out _);
        Assert.NotNull(head);
        Assert.False(head.IsConnect);
        Assert.Equal(path, head.Path);
        Assert.Equal(destination, head.Destination.ToString());
    }

    [Theory]
    [InlineData("CONNECT a.test:443 HTTP/1.0\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost:\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: \u00e9 \t y\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: Chunked\r\n\r\n")]
    public void What_keeps_the_rules_is_read(string text) => Assert.NotNull(Read(text, out _));

    [Theory]
    // Line ends, folded lines, spaces before the colon.
    [InlineData("CONNECT a.test:443 HTTP/1.1\nHost: a.test\n\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\nX: y\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: y\rZ: w\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: y\r\n z\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\n Host: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost : a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\n: y\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: \u0001\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: \u007f\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX\u00e9: y\r\n\r\n")]
    // The first line.
    [InlineData("\r\nCONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT  a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443  HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1 \r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT\ta.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/2.0\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 http/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.10\r\nHost: a.test\r\n\r\n")]
    [InlineData("C@NNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    // Targets.
    [InlineData("CONNECT http://a.test:443/ HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT evil@a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT [a.test]:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:018080 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:83616 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("connect a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET a.test:80 HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET https://a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET ftp://a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET http://u:p@a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET http://a.test/#x HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET http:///x HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("GET http://a.test\\x HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: a.test\r\n\r\n")]
    // Host, lengths and encodings.
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nHost: a.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test, b.test\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: 5, 5\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: +5\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nContent-Length: 9999999999999999999\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: gzip, chunked\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.1\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("POST http://a.test/ HTTP/1.0\r\nHost: a.test\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [InlineData("CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nProxy-Authorization: a\r\nProxy-Authorization: b\r\n\r\n")]
    public void What_breaks_a_rule_is_refused(string text) =>
        Assert.Equal(HeadStatus.Invalid, RequestHead.Read(Encoding.Latin1.GetBytes(text), out _, out _));

    [Theory]
    [InlineData(8 * 1024, HeadStatus.Complete)]
    [InlineData((8 * 1024) + 1, HeadStatus.Invalid)]
    public void Lines_have_a_limit(int length, HeadStatus expected) =>
        Assert.Equal(expected, Status($"CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: {new string('y', length - 3)}\r\n\r\n"));

    [Theory]
    [InlineData(16 * 1024, HeadStatus.Complete)]
    [InlineData((16 * 1024) + 1, HeadStatus.Invalid)]
    public void Heads_have_a_limit(int length, HeadStatus expected)
    {
        var text = "CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\nX: " + new string('x', 8180) + "\r\nY: ";
        Assert.Equal(expected, Status(text + new string('y', length - text.Length - 4) + "\r\n\r\n"));
    }

    [Fact]
    public void A_head_without_end_is_given_up_at_the_limit()
    {
        var text = "CONNECT a.test:443 HTTP/1.1\r\nX: " + new string('x', 20_000);
        Assert.Equal(HeadStatus.Incomplete, Status(text[..(16 * 1024 - 1)]));
        Assert.Equal(HeadStatus.Invalid, Status(text[..(16 * 1024)]));
    }

    [Fact]
    public void A_head_comes_in_any_pieces()
    {
        const string Text = "CONNECT a.test:443 HTTP/1.1\r\nHost: a.test\r\n\r\n";
        for (var i = 0; i < Text.Length; i++)
            Assert.Equal(HeadStatus.Incomplete, Status(Text[..i]));
        Assert.Equal(HeadStatus.Complete, Status(Text));
    }

    private static HeadStatus Status(string text) => RequestHead.Read(Encoding.Latin1.GetBytes(text), out _, out _);

    private static RequestHead? Read(string text, out int length)
    {
        RequestHead.Read(Encoding.Latin1.GetBytes(text), out var head, out length);
        return head;
    }
}
