using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Slipway.Gateway.Decisions;
using Slipway.Gateway.Policy;
using Slipway.Gateway.Tunnels;

namespace Slipway.Gateway.Tests.Tunnels;

/// <summary>A proxy, a server that every listed name leads to, whatever the port, and what was decided.</summary>
internal sealed class ProxyWorld : IAsyncDisposable
{
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Channel<Decision> _decisions = Channel.CreateUnbounded<Decision>();

    public ProxyWorld(params string[] rules)
        : this(null, null, rules)
    {
    }

    public ProxyWorld(Func<ProxySettings, ProxySettings>? change, TimeProvider? time, params string[] rules)
    {
        _server.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _server.Listen();
        var settings = new ProxySettings
        {
            Allow = new AllowList(rules.Select(AllowRule.Parse), []),
            Addresses = new AddressRule([IPNetwork.Parse("127.0.0.0/8")], []),
            Resolver = new NameResolver(LookUp, TimeProvider.System, TimeSpan.Zero),
            Route = new RouteTo(ServerPort),
            Decided = d => _decisions.Writer.TryWrite(d),
            Faulted = Faults.Enqueue,
        };
        Proxy = new Proxy(change?.Invoke(settings) ?? settings, time);
        Proxy.Start(new IPEndPoint(IPAddress.Loopback, 0));
    }

    public Proxy Proxy { get; }

    /// <summary>What names lead to besides the server.</summary>
    public ConcurrentDictionary<string, string[]> Names { get; } = new();

    /// <summary>What went wrong without being the end of a connection; a test that expects some takes them out.</summary>
    public ConcurrentQueue<Exception> Faults { get; } = new();

    /// <summary>Which names were looked up.</summary>
    public ConcurrentQueue<string> LookUps { get; } = new();

    public int Port => Proxy.EndPoints[0].Port;

    public int ServerPort => ((IPEndPoint)_server.LocalEndPoint!).Port;

    public async Task<Peer> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(Proxy.EndPoints[0], Peer.Patience);
        return new Peer(socket);
    }

    /// <summary>Opens a tunnel up to the answer of the proxy.</summary>
    public async Task<Peer> ConnectAsync(string authority)
    {
        var client = await ConnectAsync();
        await client.SendAsync($"CONNECT {authority} HTTP/1.1\r\nHost: {authority}\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 ", await client.ReadHeadAsync(), StringComparison.Ordinal);
        return client;
    }

    public async Task<Peer> AcceptAsync() => new(await _server.AcceptAsync(Peer.Patience));

    /// <summary>Has nobody reached the server?</summary>
    public bool IsServerUntouched => !_server.Poll(0, SelectMode.SelectRead);

    public async Task<Decision> NextDecisionAsync() => await _decisions.Reader.ReadAsync(Peer.Patience);

    /// <summary>Asks for a tunnel and reads the whole refusal.</summary>
    public async Task<string> RefusalAsync(string request)
    {
        using var client = await ConnectAsync();
        await client.SendAsync(request);
        return Encoding.Latin1.GetString(await client.ReadToEndAsync());
    }

    /// <summary>Lets time pass until something has happened.</summary>
    public static async Task<T> PassTimeUntilAsync<T>(FakeTimeProvider time, Task<T> happening)
    {
        while (!happening.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await happening;
    }

    /// <summary>Waits until so many clients were accepted.</summary>
    public async Task AcceptedAsync(int count)
    {
        while (Proxy.Accepted < count)
            await Task.Yield();
    }

    private Task<IPAddress[]> LookUp(string name, CancellationToken cancellation)
    {
        LookUps.Enqueue(name);
        return Task.FromResult<IPAddress[]>(Names.TryGetValue(name, out var addresses) ? [.. addresses.Select(IPAddress.Parse)] : [IPAddress.Loopback]);
    }

    public async ValueTask DisposeAsync()
    {
        await Proxy.DisposeAsync();
        _server.Dispose();
        Assert.Empty(Faults);
    }

    /// <summary>The direct way, to the server's port instead of the one that was asked for.</summary>
    private sealed class RouteTo(int port) : IRoute
    {
        public bool ResolvesNames => true;

        public ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation) =>
            DirectRoute.Instance.ConnectAsync(
                request with { Destination = request.Destination.Name is { } name ? Destination.Of(name, port) : Destination.Of(request.Destination.Address!, port) },
                cancellation);
    }
}
