using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Protocol.Problems;
using Slipway.Protocol.Proxies;

namespace Slipway.Protocol.Tests.Proxies;

/// <summary>The variables decide the way, and a runtime's <see cref="HttpClient"/> goes it.</summary>
public sealed class ProxyEnvironmentTests
{
    private static readonly Uri Https = new("https://builder.example.com");
    private static readonly Uri Http = new("http://builder.example.com");

    [Fact]
    public void The_variable_of_the_scheme_wins_and_that_for_all_comes_last()
    {
        var all = Of(("https_proxy", "a:1"), ("HTTPS_PROXY", "b:1"), ("http_proxy", "c:1"), ("all_proxy", "d:1"));
        Assert.Equal(("a:1", "https_proxy"), (all.For(Https)!.Place, all.For(Https)!.Source));
        Assert.Equal("c:1", all.For(Http)!.Place);
        Assert.Equal("d:1", Of(("https_proxy", " \n"), ("all_proxy", "d:1")).For(Https)!.Place);
        Assert.Null(Of(("https_proxy", "a:1")).For(Http));
    }

    [Fact]
    public void A_variable_that_a_stranger_can_set_by_a_header_does_not_count() =>
        Assert.Null(Of(("HTTP_PROXY", "evil:1"), ("GATEWAY_INTERFACE", "CGI/1.1")).For(Http));

    [Theory]
    [InlineData("http://127.0.0.1:8484")]
    [InlineData("https://localhost")]
    [InlineData("http://[::1]:1")]
    public void No_proxy_leads_to_this_machine(string address) => Assert.Null(Of(("all_proxy", "a:1")).For(new Uri(address)));

    [Fact]
    public void An_exception_is_honoured_for_each_address() =>
        Assert.Null(Of(("https_proxy", "a:1"), ("NO_PROXY", "10.0.0.0/8,example.com\r\n")).For(Https));

    [Fact]
    public void A_malformed_variable_that_does_not_count_hinders_nobody()
    {
        var environment = Of(("https_proxy", "a:1"), ("http_proxy", "gopher://x"));
        Assert.Equal("a:1", environment.For(Https)!.Place);
        Assert.Throws<ProblemException>(() => environment.For(Http));
    }

    [Fact]
    public void The_runtime_never_goes_directly_because_a_variable_is_malformed()
    {
        IWebProxy proxy = Of(("http_proxy", "gopher://x"));
        Assert.False(proxy.IsBypassed(Http));
        Assert.Equal("proxy.invalid", proxy.GetProxy(Http)!.Host);
    }

    [Theory]
    [InlineData("socks5h", "\u0005")]
    [InlineData("socks5", "\u0005")]
    [InlineData("socks4a", "\u0004")]
    [InlineData("http", "G")]
    [InlineData(" http", "G")]
    public async Task The_runtime_speaks_to_the_proxy_as_its_scheme_says(string scheme, string first)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var environment = Of(("http_proxy", $"{scheme}://user:secret@{listener.LocalEndpoint}"));
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = environment });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var request = client.GetAsync(Http, end.Token);
        using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[1];
        await connection.GetStream().ReadExactlyAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Equal(first, Encoding.ASCII.GetString(buffer));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => request);
    }

    [Fact]
    public async Task The_runtime_logs_in_with_the_user_of_the_variable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var environment = Of(("http_proxy", $"http://user:p%40ss@{listener.LocalEndpoint}"));
        using var client = new HttpClient(new SocketsHttpHandler { Proxy = environment });
        var request = client.GetAsync(Http, TestContext.Current.CancellationToken);
        var head = "";
        foreach (var answer in new[] { "407 Who\r\nProxy-Authenticate: Basic realm=\"x\"", "200 OK" })
        {
            using var connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
            var buffer = new byte[4096];
            head = Encoding.ASCII.GetString(buffer, 0, await connection.GetStream().ReadAtLeastAsync(buffer, 1, cancellationToken: TestContext.Current.CancellationToken));
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, (await request).StatusCode);
        Assert.Contains($"Proxy-Authorization: Basic {Convert.ToBase64String("user:p@ss"u8)}", head, StringComparison.Ordinal);
    }

    private static ProxyEnvironment Of(params (string Name, string Value)[] variables) => new(name => variables.FirstOrDefault(v => v.Name == name).Value);
}
