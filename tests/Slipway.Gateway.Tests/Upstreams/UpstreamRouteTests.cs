using System.Net;
using System.Net.Sockets;
using Slipway.Connect.Proxies;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tests.Clients;
using Slipway.Gateway.Tunnels;
using Slipway.Gateway.Upstreams;

namespace Slipway.Gateway.Tests.Upstreams;

/// <summary>curl to the gateway, the gateway to a real Squid, Squid to a server of openssl's; and Squid in front of the gateway.</summary>
public sealed class UpstreamRouteTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly TlsSite _site;
    private readonly List<Decision> _decisions = [];

    public UpstreamRouteTests() => _site = new TlsSite(_authority);

    [Theory]
    [InlineData(Squid.Password, 0, "s_server")]
    [InlineData("wrong", 56, "Slipway-Reason: upstream-failed")]
    public async Task A_parent_that_wants_a_login_gets_it(string password, int code, string expected)
    {
        using var squid = Squid.Start("http_access allow known");
        await using var proxy = Start([Parent(squid.Address, new BasicLogin(Squid.User, password))]);
        var (exit, output) = Curl(proxy);
        Assert.Equal(code, exit);
        Assert.Contains(expected, output, StringComparison.Ordinal);
        await EndAsync(proxy);
        Assert.Equal($"127.0.0.1:{squid.Port}", Assert.Single(_decisions).Upstream);
    }

    [Fact]
    public async Task The_next_parent_is_asked_when_one_is_down_and_the_first_again_when_it_is_back()
    {
        var port = Squid.FreePort();
        using var second = Squid.Start("http_access allow all");
        var down = Parent(new Uri($"http://127.0.0.1:{port}"));
        await using var proxy = Start([down, Parent(second.Address)]);
        Assert.Equal(0, Curl(proxy).ExitCode);
        Assert.True(down.IsAside);
        Assert.Equal(0, Curl(proxy).ExitCode);
        await EndAsync(proxy);
        Assert.All(_decisions, decision => Assert.Equal($"127.0.0.1:{second.Port}", decision.Upstream));
    }

    [Fact]
    public async Task A_parent_that_refuses_has_decided()
    {
        using var strict = Squid.Start("http_access deny all");
        using var open = Squid.Start("http_access allow all");
        await using var proxy = Start([Parent(strict.Address), Parent(open.Address)]);
        var (exit, output) = Curl(proxy);
        Assert.NotEqual(0, exit);
        Assert.Contains("502", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_no_parent_is_reached_without_one()
    {
        await using var proxy = Start([Parent(new Uri("http://127.0.0.1:9"))], AllowRule.ParseDenied("localhost"));
        Assert.Equal(0, Curl(proxy).ExitCode);
        await EndAsync(proxy);
        Assert.Null(Assert.Single(_decisions).Upstream);
    }

    [Fact]
    public async Task Squid_hands_to_the_gateway_what_it_does_not_reach_itself()
    {
        await using var proxy = Start(null);
        using var squid = Squid.Start($"cache_peer 127.0.0.1 parent {proxy.EndPoints[0].Port} 0 no-query no-digest default\nnever_direct allow all\nhttp_access allow all");
        Assert.Contains("s_server", Curl(squid.Port, _site.Address).All, StringComparison.Ordinal);
        var (exit, output) = Curl(squid.Port, "https://other.example.com/");
        Assert.NotEqual(0, exit);
        Assert.Contains("Slipway-Reason: not-listed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\n\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n")]
    [InlineData("")]
    public async Task What_is_no_proxy_counts_as_down(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var parent = Parent(new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));
        var asking = new UpstreamRoute([parent], [], true).ConnectAsync(new RouteRequest(Destination.Of(IPAddress.Loopback, 443), [IPAddress.Loopback], false), TestContext.Current.CancellationToken);
        using (var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            var buffer = new byte[1024];
            var count = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
            Assert.Equal("CONNECT 127.0.0.1:443 HTTP/1.1\r\nHost: 127.0.0.1:443\r\n\r\n", System.Text.Encoding.ASCII.GetString(buffer, 0, count));
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        }

        Assert.Equal(DenyReason.UpstreamFailed, (await asking).Failure);
        Assert.True(parent.IsAside);
    }

    [Fact]
    public async Task A_parent_whose_first_address_swallows_connections_is_reached_at_the_next()
    {
        using var place = new SilentAddress();
        var parent = new UpstreamParent(new Uri($"http://parent.example.com:{place.Port}"), null, null, TimeProvider.System, SilentAddress.LookUp);
        var asking = new UpstreamRoute([parent], [], true).ConnectAsync(new RouteRequest(Destination.Of(IPAddress.Loopback, 443), [IPAddress.Loopback], false), TestContext.Current.CancellationToken);
        using (var client = new Tunnels.Peer(await place.Listener.AcceptAsync(TestContext.Current.CancellationToken)))
        {
            await client.ReadHeadAsync();
            await client.SendAsync("HTTP/1.1 200 OK\r\n\r\n");
            using var connection = (await asking).Connection;
            Assert.NotNull(connection);
        }

        Assert.False(parent.IsAside);
    }

    public void Dispose()
    {
        _site.Dispose();
        _authority.Dispose();
    }

    private static UpstreamParent Parent(Uri address, IUpstreamLogin? login = null) => new(address, login, null, TimeProvider.System);

    private static async Task EndAsync(Proxy proxy) => await proxy.StopAsync(TimeSpan.FromSeconds(20));

    private Proxy Start(IReadOnlyList<UpstreamParent>? parents, params AllowRule[] direct)
    {
        var proxy = new Proxy(new ProxySettings
        {
            Allow = new AllowList([AllowRule.Parse($"localhost:{_site.Port}")], []),
            Addresses = new AddressRule([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")], []),
            Route = parents is null ? DirectRoute.Instance : new UpstreamRoute(parents, direct, resolvesNames: true),
            Decided = _decisions.Add,
        });
        proxy.Start(new IPEndPoint(IPAddress.Loopback, 0));
        return proxy;
    }

    private ToolResult Curl(Proxy proxy) => Curl(proxy.EndPoints[0].Port, _site.Address);

    private ToolResult Curl(int port, string address) =>
        ExternalTool.Run("curl", "-sv", "--max-time", "20", "--cacert", _authority.Certificate, "--proxy", $"http://127.0.0.1:{port}", address);
}
