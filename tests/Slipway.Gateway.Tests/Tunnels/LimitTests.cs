using System.Net;
using System.Net.Sockets;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tests.Requests;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Tests.Tunnels;

public sealed class LimitTests
{
    private const string Request = "CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n";

    [Fact]
    public async Task A_request_that_never_ends_is_answered_when_its_time_is_up()
    {
        var time = new FakeTimeProvider();
        await using var world = new ProxyWorld(null, time, "allowed.test");
        using var slow = await world.ConnectAsync();
        await slow.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\n");
        using var silent = await world.ConnectAsync();
        using var late = await world.ConnectAsync();
        await world.AcceptedAsync(3);
        time.Advance(TimeSpan.FromSeconds(9));
        await late.SendAsync(Request);
        Assert.StartsWith("HTTP/1.1 200 ", await late.ReadHeadAsync(), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(1));
        var head = await slow.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 408 ", head, StringComparison.Ordinal);
        Assert.Contains("Slipway-Reason: timeout\r\n", head, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 408 ", await silent.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hello_that_never_comes_ends_the_tunnel()
    {
        var time = new FakeTimeProvider();
        await using var world = new ProxyWorld(null, time, "allowed.test");
        using var client = await world.ConnectAsync("allowed.test:443");
        await client.SendAsync(Hellos.For("allowed.test").AsMemory()[..^1]);
        using var server = await world.AcceptAsync();
        Assert.Empty(await ProxyWorld.PassTimeUntilAsync(time, client.ReadToEndAsync()));
        client.Dispose();
        Assert.Empty(await server.ReadToEndAsync());
        var decision = await world.NextDecisionAsync();
        Assert.Equal((DecisionVerdict.Deny, DenyReason.Timeout), (decision.Verdict, decision.Reason));
    }

    [Fact]
    public async Task A_tunnel_may_be_idle_for_a_while_and_traffic_either_way_begins_it_anew()
    {
        var time = new FakeTimeProvider();
        await using var world = new ProxyWorld(null, time, "allowed.test:443+plain");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        for (var i = 0; i < 4; i++)
        {
            await (i % 2 == 0 ? client : server).SendAsync("x");
            Assert.Equal("x", await (i % 2 == 0 ? server : client).ReadTextAsync(1));
            time.Advance(TimeSpan.FromMinutes(9));
        }

        Assert.Empty(await ProxyWorld.PassTimeUntilAsync(time, client.ReadToEndAsync()));
        var decision = await world.NextDecisionAsync();
        Assert.Equal((DecisionVerdict.Allow, DenyReason.IdleTimeout, 2, 2), (decision.Verdict, decision.Reason, (int)decision.Up, (int)decision.Down));
    }

    [Theory]
    [InlineData(1, DenyReason.TotalTimeout)]
    [InlineData(0, DenyReason.None)]
    public async Task A_tunnel_lasts_for_so_long_whatever_goes_through(int hours, DenyReason expected)
    {
        var time = new FakeTimeProvider();
        await using var world = new ProxyWorld(s => s with { Timeouts = new ProxyTimeouts { Total = TimeSpan.FromHours(hours) } }, time, "allowed.test:443+plain");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        for (var i = 0; i < 7; i++)
        {
            await client.SendAsync("x");
            Assert.Equal("x", await server.ReadTextAsync(1));
            time.Advance(TimeSpan.FromMinutes(9));
        }

        client.Dispose();
        server.Dispose();
        Assert.Equal(expected, (await world.NextDecisionAsync()).Reason);
    }

    [Fact]
    public async Task A_destination_that_never_answers_is_given_up()
    {
        var time = new FakeTimeProvider();
        var asked = new TaskCompletionSource();
        Task<IPAddress[]> Silence(string name, CancellationToken cancellation)
        {
            asked.SetResult();
            return new TaskCompletionSource<IPAddress[]>().Task;
        }

        await using var world = new ProxyWorld(s => s with { Resolver = new NameResolver(Silence, time, TimeSpan.Zero) }, time, "allowed.test");
        using var client = await world.ConnectAsync();
        await client.SendAsync(Request);
        await asked.Task;
        Assert.StartsWith("HTTP/1.1 504 ", await ProxyWorld.PassTimeUntilAsync(time, client.ReadHeadAsync()), StringComparison.Ordinal);
        Assert.Equal(DenyReason.Timeout, (await world.NextDecisionAsync()).Reason);
    }

    [Fact]
    public async Task A_client_has_so_many_connections_and_gets_another_when_one_ends()
    {
        await using var world = new ProxyWorld(s => s with { Limits = new ProxyLimits { OpenPerClient = 2 } }, null, "allowed.test:443+plain");
        using var one = await world.ConnectAsync("allowed.test:443");
        using var two = await world.ConnectAsync("allowed.test:443");
        Assert.Contains("Slipway-Reason: too-many-connections", await world.RefusalAsync(""), StringComparison.Ordinal);
        Assert.Equal((DenyReason.TooManyConnections, 429), await world.NextDecisionAsync() is var d ? (d.Reason, d.Status) : default);
        using var server = await world.AcceptAsync();
        one.Dispose();
        server.Dispose();
        await world.NextDecisionAsync();
        using var three = await world.ConnectAsync("allowed.test:443");
    }

    [Fact]
    public async Task A_client_opens_so_many_connections_in_a_minute()
    {
        var time = new FakeTimeProvider();
        await using var world = new ProxyWorld(s => s with { Limits = new ProxyLimits { NewPerMinute = 2 } }, time, "allowed.test:443+plain");
        using var one = await world.ConnectAsync("allowed.test:443");
        using var two = await world.ConnectAsync("allowed.test:443");
        Assert.Contains("Slipway-Reason: too-many-requests", await world.RefusalAsync(""), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Contains("Slipway-Reason: too-many-requests", await world.RefusalAsync(""), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(2));
        using var three = await world.ConnectAsync("allowed.test:443");
    }

    [Fact]
    public async Task All_clients_together_have_so_many_connections()
    {
        await using var world = new ProxyWorld(s => s with { Limits = new ProxyLimits { Open = 1 } }, null, "allowed.test:443+plain");
        using var one = await world.ConnectAsync("allowed.test:443");
        Assert.Contains("Slipway-Reason: too-many-connections", await world.RefusalAsync(""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 100)]
    [InlineData(100, 1)]
    public async Task Who_says_nothing_makes_room_for_who_asks(int all, int perClient)
    {
        await using var world = new ProxyWorld(s => s with { Limits = new ProxyLimits { Open = all, OpenPerClient = perClient } }, null, "allowed.test:443+plain");
        using var silent = await world.ConnectAsync();
        using var half = await world.ConnectAsync();
        await half.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\n");
        using var asks = await world.ConnectAsync("allowed.test:443");
        Assert.Empty(await silent.ReadToEndAsync());
        Assert.Empty(await half.ReadToEndAsync());
    }

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("10.0.0.0/8", false)]
    public async Task Clients_come_from_where_they_may(string network, bool may)
    {
        await using var world = new ProxyWorld(s => s with { Clients = [IPNetwork.Parse(network)] }, null, "allowed.test");
        using var client = await world.ConnectAsync();
        await client.SendAsync(Request);
        var head = await client.ReadHeadAsync();
        Assert.StartsWith(may ? "HTTP/1.1 200 " : "HTTP/1.1 403 ", head, StringComparison.Ordinal);
        Assert.Equal(!may, head.Contains("Slipway-Reason: client-not-allowed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_side_that_fails_ends_the_other()
    {
        await using var world = new ProxyWorld("allowed.test:443+plain");
        using var client = await world.ConnectAsync("allowed.test:443");
        using var server = await world.AcceptAsync();
        server.Socket.LingerState = new LingerOption(true, 0);
        server.Dispose();
        Assert.Empty(await client.ReadToEndAsync());
        Assert.Equal(DecisionVerdict.Allow, (await world.NextDecisionAsync()).Verdict);
    }
}
