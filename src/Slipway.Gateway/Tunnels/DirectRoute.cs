using System.Net;
using System.Net.Sockets;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Dials the destination itself, at the addresses that were judged. With several, the next one is tried a quarter of a second after
/// the one before, families by turns (RFC 8305), and the first that connects is taken.
/// </summary>
public sealed class DirectRoute : IRoute
{
    private const int MaxDials = 8;

    private static readonly TimeSpan Stagger = TimeSpan.FromMilliseconds(250);

    private DirectRoute()
    {
    }

    /// <summary>The route.</summary>
    public static DirectRoute Instance { get; } = new();

    /// <inheritdoc/>
    public bool ResolvesNames => true;

    /// <inheritdoc/>
    public async ValueTask<RouteResult> ConnectAsync(RouteRequest request, CancellationToken cancellation)
    {
        var port = request.Destination.Port;
        if (request.Addresses.Count == 1)
            return Result(await DialAsync(request.Addresses[0], port, cancellation), request.Addresses[0]);
        using var losers = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var dials = new List<Task<Socket?>>();
        var addresses = ByTurns(request.Addresses);
        try
        {
            while (true)
            {
                if (dials.Count < addresses.Count)
                    dials.Add(DialAsync(addresses[dials.Count], port, losers.Token).AsTask());
                var pending = dials.Where(d => !d.IsCompleted).ToList();
                if (dials.Find(d => d.IsCompletedSuccessfully && d.Result is not null) is { } won)
                    return Take(dials, dials.IndexOf(won), addresses);
                if (pending.Count > 0)
                    await Task.WhenAny([.. pending, .. dials.Count < addresses.Count ? [Task.Delay(Stagger, losers.Token)] : Array.Empty<Task>()]);
                else if (dials.Count == addresses.Count)
                    return new RouteResult { Failure = DenyReason.ConnectFailed, Address = addresses[^1] };
                cancellation.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await losers.CancelAsync();
            foreach (var dial in dials)
                _ = dial.ContinueWith(static d => d.Result?.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private static RouteResult Take(List<Task<Socket?>> dials, int index, List<IPAddress> addresses)
    {
        var socket = dials[index].Result;
        dials.RemoveAt(index);
        return Result(socket, addresses[index]);
    }

    private static RouteResult Result(Socket? socket, IPAddress address) => socket is null
        ? new RouteResult { Failure = DenyReason.ConnectFailed, Address = address }
        : new RouteResult { Connection = new Connection(socket), Address = address };

    // IPv6 first, then the other family, and so on.
    private static List<IPAddress> ByTurns(IReadOnlyList<IPAddress> addresses)
    {
        var six = addresses.Where(a => a.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        var four = addresses.Where(a => a.AddressFamily == AddressFamily.InterNetwork).ToList();
        return [.. Enumerable.Range(0, Math.Max(six.Count, four.Count)).SelectMany(i => six.Skip(i).Take(1).Concat(four.Skip(i).Take(1))).Take(MaxDials)];
    }

    private static async ValueTask<Socket?> DialAsync(IPAddress address, int port, CancellationToken cancellation)
    {
        Socket? socket = null;
        try
        {
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
            return socket;
        }
        catch (SocketException)
        {
            socket?.Dispose();
            return null;
        }
        catch (OperationCanceledException)
        {
            socket?.Dispose();
            throw;
        }
    }
}
