using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Slipway.Testing;

/// <summary>
/// A relay of TCP connections on the way to a service: counts bytes and round trips, adds the delay of a long way, and cuts
/// connections in the middle. A round trip begins when the client sends after it was silent or was answered.
/// </summary>
public sealed class CountingTcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _target;
    private readonly TimeSpan _delay;
    private readonly Task _accepting;
    private long _up;
    private long _down;
    private long _began;
    private int _roundTrips;
    private long _cutAfter = long.MaxValue;
    private Task _settling = Task.CompletedTask;

    /// <summary>Begins to relay.</summary>
    /// <param name="target">The service.</param>
    /// <param name="roundTrip">How long a way there and back takes.</param>
    public CountingTcpRelay(Uri target, TimeSpan roundTrip = default)
    {
        _target = target;
        _delay = roundTrip / 2;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>The address to call instead of the service's.</summary>
    public Uri Address { get; }

    /// <summary>Bytes from the client.</summary>
    public long Up => Interlocked.Read(ref _up);

    /// <summary>Bytes to the client.</summary>
    public long Down => Interlocked.Read(ref _down);

    /// <summary>Times that the client sent and had to wait.</summary>
    public int RoundTrips => Volatile.Read(ref _roundTrips);

    /// <summary>When the client sent its first byte, as a time stamp of the system's clock.</summary>
    public long Began => Interlocked.Read(ref _began);

    /// <summary>How many connections were cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Tells when the service is done with what it does after a cut.</summary>
    public Func<Task> Settled { get; init; } = () => Task.CompletedTask;

    /// <summary>
    /// Cuts the connection on which the client has sent so many bytes from now on, once. The client is let through again when the
    /// service has noticed and done what it does then.
    /// </summary>
    public void CutAfter(long bytes) => Interlocked.Exchange(ref _cutAfter, Up + bytes);

    /// <summary>Counts from nothing again.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _up, 0);
        Interlocked.Exchange(ref _down, 0);
        Interlocked.Exchange(ref _began, 0);
        Interlocked.Exchange(ref _roundTrips, 0);
    }

    /// <summary>Stops relaying.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                await _settling.WaitAsync(_end.Token);
                await server.ConnectAsync(_target.Host, _target.Port, _end.Token);
                var answered = new Flag { IsSet = true };
                var cut = new Flag();
                await Task.WhenAny(
                    CopyAsync(client, server, count => CountUp(count, answered, cut)),
                    CopyAsync(server, client, count =>
                    {
                        Interlocked.Add(ref _down, count);
                        answered.IsSet = true;
                        return true;
                    }));
                if (cut.IsSet)
                    await SettleAsync(client, server);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or InvalidOperationException)
            {
                // One side is gone; the other one notices.
            }
        }
    }

    private async Task SettleAsync(TcpClient client, TcpClient server)
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _settling = settled.Task;
        var answer = server.GetStream();
        client.Close();
        try
        {
            server.Client.Shutdown(SocketShutdown.Send);
            await answer.CopyToAsync(Stream.Null, _end.Token);
            await Settled();
        }
        finally
        {
            settled.SetResult();
        }
    }

    private bool CountUp(int count, Flag answered, Flag cut)
    {
        Interlocked.CompareExchange(ref _began, TimeProvider.System.GetTimestamp(), 0);
        if (answered.IsSet)
            Interlocked.Increment(ref _roundTrips);
        answered.IsSet = false;
        if (Interlocked.Add(ref _up, count) < Interlocked.Read(ref _cutAfter))
            return true;
        Interlocked.Exchange(ref _cutAfter, long.MaxValue);
        Cuts++;
        cut.IsSet = true;
        return false;
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, Func<int, bool> count)
    {
        var line = Channel.CreateBounded<(byte[] Bytes, long Due)>(1024);
        var writing = WriteAsync(to, line.Reader);
        try
        {
            var buffer = new byte[64 * 1024];
            for (int read; (read = await from.GetStream().ReadAsync(buffer, _end.Token)) > 0 && count(read);)
                await line.Writer.WriteAsync((buffer[..read], TimeProvider.System.GetTimestamp()), _end.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The connection is over; what is on its way still arrives.
        }

        line.Writer.Complete();
        await writing;
    }

    private async Task WriteAsync(TcpClient to, ChannelReader<(byte[] Bytes, long Since)> line)
    {
        await foreach (var (bytes, since) in line.ReadAllAsync(_end.Token))
        {
            var left = _delay - TimeProvider.System.GetElapsedTime(since);
            if (left > TimeSpan.Zero)
                await Task.Delay(left, _end.Token);
            await to.GetStream().WriteAsync(bytes, _end.Token);
        }
    }

    private sealed class Flag
    {
        public volatile bool IsSet;
    }
}
