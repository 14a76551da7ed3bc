using System.Security.Authentication;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Tests.Tunnels;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_of_ours_is_told_and_ends_its_connection_only()
    {
        var broken = true;
        await using var world = new ProxyWorld(s => s with { Route = new BrokenRoute(s.Route, () => broken) }, null, "allowed.test:443+plain");
        using (var client = await world.ConnectAsync())
        {
            await client.SendAsync("CONNECT allowed.test:443 HTTP/1.1\r\nHost: allowed.test\r\n\r\n");
            Assert.Empty(await client.ReadToEndAsync());
        }

        Exception? fault;
        while (!world.Faults.TryDequeue(out fault))
            await Task.Yield();
        Assert.IsType<InvalidOperationException>(fault);
        broken = false;
        using var next = await world.ConnectAsync("allowed.test:443");
    }

    [Fact]
    public void What_sockets_and_streams_throw_at_their_end_is_no_fault()
    {
        Assert.All(
            new Exception[] { new IOException(), new System.Net.Sockets.SocketException(), new ObjectDisposedException(""), new OperationCanceledException(), new AuthenticationException() },
            end => Assert.True(ProxySession.IsEnd(end)));
        Assert.All(new Exception[] { new InvalidOperationException(), new NotSupportedException(), new ArgumentException("of a test") }, fault => Assert.False(ProxySession.IsEnd(fault)));
    }

    private sealed class BrokenRoute(IRoute route, Func<bool> isBroken) : IRoute
    {
        public bool ResolvesNames => true;

        public ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation) =>
            isBroken() ? throw new InvalidOperationException("broken by a test") : route.ConnectAsync(request, cancellation);
    }
}
