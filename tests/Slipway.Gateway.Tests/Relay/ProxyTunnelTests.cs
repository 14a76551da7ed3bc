using System.Net;
using Slipway.Gateway.Relay;
using Slipway.Gateway.Tests.Tunnels;

namespace Slipway.Gateway.Tests.Relay;

public sealed class ProxyTunnelTests
{
    [Fact]
    public async Task A_proxy_whose_first_address_swallows_connections_is_reached_at_the_next()
    {
        using var place = new SilentAddress();
        var proxy = RelayProxy.Parse($"http://proxy.example.com:{place.Port}", null, "--proxy");
        var opening = ProxyTunnel.OpenAsync(proxy, new DnsEndPoint("builder.example.com", 443), SilentAddress.LookUp, TestContext.Current.CancellationToken);
        using var client = new Peer(await place.Listener.AcceptAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("CONNECT builder.example.com:443 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
        await client.SendAsync("HTTP/1.1 200 OK\r\n\r\n");
        await using var tunnel = await opening;
        Assert.True(tunnel.CanWrite);
    }
}
