using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Soak.Tests;

/// <summary>
/// One address in front of several servers, as a content delivery network is: connections go to the servers in turn, past
/// those that do not answer.
/// </summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int[] _ports;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Task, bool> _relays = new();
    private readonly Task _accepting;
    private int _turn;

    public Balancer(params int[] ports)
    {
        _ports = ports;
        _listener.Start();
        _accepting = Task.Run(AcceptAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await Task.WhenAll([_accepting, .. _relays.Keys]);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                var relay = RelayAsync(client);
                _relays[relay] = true;
                _ = relay.ContinueWith(done => _relays.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        {
            using var server = await ConnectAsync();
            if (server is null)
                return;
            client.NoDelay = server.NoDelay = true;
            var (a, b) = (client.GetStream(), server.GetStream());
            await Task.WhenAny(CopyAsync(a, b), CopyAsync(b, a));
        }
    }

    private async Task<TcpClient?> ConnectAsync()
    {
        for (var i = 0; i < _ports.Length; i++)
        {
            var server = new TcpClient();
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _ports[(uint)Interlocked.Increment(ref _turn) % _ports.Length], _end.Token);
                return server;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                server.Dispose();
            }
        }

        return null;
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        try
        {
            await from.CopyToAsync(to, _end.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side went away; so does the other.
        }
    }
}
