using System.Net;
using System.Net.Sockets;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tests.Requests;

namespace Slipway.Gateway.Tests.Tunnels;

public sealed class ProxyTests
{
    [Fact]
    public async Task A_tunnel_carries_bytes_both_ways_and_is_accounted_for()
    {
        await using var world = new ProxyWorld("allowed.test");
        using var client = await world.ConnectAsync();
        await client.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test:443\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
        var hello = Hellos.For("allowed.test");
        await client.SendAsync(hello);
        using var server = await world.AcceptAsync();
        Assert.Equal(hello, await server.ReadAsync(hello.Length));
        await server.SendAsync("answer");
        Assert.Equal("answer", await client.ReadTextAsync(6));

        // Each direction ends for itself.
        client.Socket.Shutdown(SocketShutdown.Send);
        Assert.Empty(await server.ReadToEndAsync());
        await server.SendAsync(" and more");
        server.Socket.Shutdown(SocketShutdown.Send);
        Assert.Equal(" and more"u8.ToArray(), await client.ReadToEndAsync());

        var decision = await world.NextDecisionAsync();
        Assert.Equal((DenyReason.None, 200, hello.Length, 15L, "allowed.test"), (decision.Reason, decision.Status, (int)decision.Up, decision.Down, decision.Sni));
        Assert.Equal(IPAddress.Loopback, decision.Address);
    }

    [Fact]
    public async Task What_is_not_listed_is_refused_with_a_reason_and_never_asks_for_credentials()
    {
        await using var world = new ProxyWorld("allowed.test");
        using var client = await world.ConnectAsync();
        await client.SendAsync("CONNECT other.test:443 HTTP/1.1\r\nHost: other.test:443\r\n\r\n");
        var head = await client.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 403 Forbidden\r\n", head, StringComparison.Ordinal);
        Assert.Contains("Slipway-Reason: not-listed\r\n", head, StringComparison.Ordinal);
        var decision = await world.NextDecisionAsync();
        Assert.Contains($"Slipway-Request: {decision.Id}\r\n", head, StringComparison.Ordinal);
        Assert.Equal((DenyReason.NotListed, 403, "other.test"), (decision.Reason, decision.Status, decision.Host));
    }
}
