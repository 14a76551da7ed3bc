using System.Net;
using Slipway.Connect.Messages;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tests.Requests;

namespace Slipway.Gateway.Tests.Tunnels;

/// <summary>What other proxies let through, each beside a twin that passes.</summary>
public sealed class HoleTests
{
    [Theory]
    [InlineData("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", null, 200)]
    [InlineData("CONNECT ALLOWED.test.:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", null, 200)]
    [InlineData("CONNECT other.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.NotListed, 403)]
    [InlineData("CONNECT allowed.test:22 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.PortNotListed, 403)]
    [InlineData("CONNECT 127.0.0.1:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.AddressLiteral, 403)]
    [InlineData("CONNECT [::1]:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.AddressLiteral, 403)]
    [InlineData("CONNECT [::ffff:127.0.0.1]:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.AddressLiteral, 403)]
    [InlineData("CONNECT 127.1:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT 0x7f.1:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT 2130706433:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT 0177.0.0.1:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT [allowed.test]:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT [[allowed.test]]:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT allowed.test:0443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT allowed.test:65979 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT evil@allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT https://allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT allowed.test:443 HTTP/1.1\nHost: allowed.test\n\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT allowed.test:443 HTTP/1.1\r\nHost : allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n", DenyReason.BadRequest, 400)]
    [InlineData("GET http://allowed.test:443/ HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.NotTls, 403)]
    [InlineData("GET http://allowed.test/ HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.PortNotListed, 403)]
    [InlineData("GET / HTTP/1.1\r\nHost: allowed.test\r\n\r\n", DenyReason.BadRequest, 400)]
    public async Task A_request_goes_where_it_says_or_nowhere(string request, DenyReason? reason, int status)
    {
        await using var world = new ProxyWorld("allowed.test");
        using var client = await world.ConnectAsync();
        await client.SendAsync(request);
        var head = await client.ReadHeadAsync();
        Assert.StartsWith($"HTTP/1.1 {status} ", head, StringComparison.Ordinal);
        if (reason is null)
            return;
        Assert.Contains($"Slipway-Reason: {reason.Value.Text()}\r\n", head, StringComparison.Ordinal);
        Assert.Equal(reason, (await world.NextDecisionAsync()).Reason);
        Assert.True(world.IsServerUntouched);
        Assert.Empty(world.LookUps);
    }

    [Theory]
    [InlineData("127.0.0.1", DenyReason.None)]
    [InlineData("127.0.0.2", DenyReason.AddressClass)]
    [InlineData("0.0.0.0", DenyReason.AddressClass)]
    [InlineData("169.254.169.254", DenyReason.AddressClass)]
    [InlineData("100.64.0.1", DenyReason.AddressClass)]
    [InlineData("::", DenyReason.AddressClass)]
    [InlineData("::1", DenyReason.AddressClass)]
    [InlineData("::ffff:127.0.0.2", DenyReason.AddressClass)]
    [InlineData("64:ff9b::127.0.0.2", DenyReason.AddressClass)]
    [InlineData("2002:7f00:2::", DenyReason.AddressClass)]
    [InlineData("fd00:ec2::254", DenyReason.AddressClass)]
    public async Task A_listed_name_does_not_lead_into_the_own_network(string address, DenyReason expected)
    {
        await using var world = new ProxyWorld(s => s with { Addresses = new AddressRule([IPNetwork.Parse("127.0.0.1/32")], []) }, null, "allowed.test");
        world.Names["allowed.test"] = [address];
        using var client = await world.ConnectAsync();
        await client.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n");
        var head = await client.ReadHeadAsync();
        Assert.StartsWith(expected == DenyReason.None ? "HTTP/1.1 200 " : "HTTP/1.1 403 ", head, StringComparison.Ordinal);
        if (expected == DenyReason.None)
            return;
        Assert.Equal(expected, (await world.NextDecisionAsync()).Reason);
        Assert.True(world.IsServerUntouched);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_what_was_judged_is_dialled()
    {
        await using var world = new ProxyWorld(s => s with { Addresses = new AddressRule([IPNetwork.Parse("127.0.0.1/32")], []) }, null, "allowed.test");
        world.Names["allowed.test"] = ["169.254.169.254", "127.0.0.1"];
        using (var client = await world.ConnectAsync("allowed.test:443"))
        using (await world.AcceptAsync())
            Assert.Equal("allowed.test", Assert.Single(world.LookUps));
        Assert.Equal(IPAddress.Loopback, (await world.NextDecisionAsync()).Address);
    }

    [Theory]
    [InlineData("allowed.test", DenyReason.None)]
    [InlineData("Allowed.TEST", DenyReason.None)]
    [InlineData("other.test", DenyReason.SniMismatch)]
    [InlineData("a.allowed.test", DenyReason.SniMismatch)]
    [InlineData("127.0.0.1", DenyReason.SniMismatch)]
    [InlineData(null, DenyReason.SniMissing)]
    public async Task The_name_in_tls_is_the_one_that_was_asked_for(string? name, DenyReason expected)
    {
        await using var world = new ProxyWorld("allowed.test", "*.allowed.test");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        var hello = Hellos.For(name);
        await client.SendAsync(hello);
        if (expected == DenyReason.None)
        {
            Assert.Equal(hello, await server.ReadAsync(hello.Length));
            return;
        }

        // A fatal alert, so that the client can say what is wrong.
        var alert = await client.ReadToEndAsync();
        Assert.Equal([21, 3, 3, 0, 2, 2], alert[..6]);
        client.Dispose();
        Assert.Empty(await server.ReadToEndAsync());
        var decision = await world.NextDecisionAsync();
        Assert.Equal((expected, name), (decision.Reason, decision.Sni));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_encrypted_hello_passes_by_its_outer_name(bool encrypted)
    {
        await using var world = new ProxyWorld("allowed.test");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        var hello = Hellos.For("allowed.test", encrypted: encrypted);
        await client.SendAsync(hello);
        Assert.Equal(hello, await server.ReadAsync(hello.Length));
    }

    [Fact]
    public async Task A_hello_in_many_records_and_segments_passes_unchanged_and_its_late_name_counts()
    {
        await using var world = new ProxyWorld("allowed.test");
        foreach (var name in new[] { "allowed.test", "other.test" })
        {
            using var client = await world.ConnectAsync("allowed.test:443");
            using var server = await world.AcceptAsync();
            var hello = Hellos.Records(Hellos.Message((21, new byte[40_000]), (0, Hellos.ServerName(name))), 900);
            foreach (var segment in hello.Chunk(1300))
                await client.SendAsync(segment);
            client.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            var arrived = await server.ReadAsync(hello.Length);
            Assert.Equal(name == "allowed.test" ? hello : [], arrived);
        }
    }

    [Theory]
    [InlineData("allowed.test:22+plain", true)]
    [InlineData("allowed.test:22", false)]
    public async Task What_is_not_tls_passes_only_where_the_rule_says_so(string rule, bool passes)
    {
        await using var world = new ProxyWorld(rule);
        using var client = await world.ConnectAsync("allowed.test:22");
        using var server = await world.AcceptAsync();
        await client.SendAsync("SSH-2.0-client\r\n");
        client.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        Assert.Equal(passes ? "SSH-2.0-client\r\n" : "", await server.ReadTextAsync(16));
        server.Dispose();
        Assert.Equal(passes ? DenyReason.None : DenyReason.NotTls, (await world.NextDecisionAsync()).Reason);
    }

    [Fact]
    public async Task A_head_without_measure_is_refused_early()
    {
        await using var world = new ProxyWorld("allowed.test");
        var answer = await world.RefusalAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\nX: " + new string('x', HeadText.MaxHead));
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        using var client = await world.ConnectAsync();
        await client.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\nX: " + new string('x', 8000) + "\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("self.test", DenyReason.Loop)]
    [InlineData("allowed.test", DenyReason.None)]
    public async Task The_way_does_not_lead_back_to_the_proxy(string host, DenyReason expected)
    {
        await using var world = new ProxyWorld(s => s with { Route = Gateway.Tunnels.DirectRoute.Instance }, null, "self.test:*", "allowed.test:*");
        var port = host == "self.test" ? world.Port : world.ServerPort;
        using var client = await world.ConnectAsync();
        await client.SendAsync($"CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}\r\n\r\n");
        var head = await client.ReadHeadAsync();
        Assert.Equal(expected == DenyReason.None, head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal));
        client.Dispose();
        Assert.Equal(expected, (await world.NextDecisionAsync()).Reason is var reason and not DenyReason.NotTls ? reason : DenyReason.None);
    }
}
