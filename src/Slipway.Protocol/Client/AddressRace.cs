using System.Net;
using System.Net.Sockets;

namespace Slipway.Protocol.Client;

/// <summary>
/// Connects to whichever address of a host answers first (RFC 8305, "Happy Eyeballs"): where IPv6 is there in name only, or one
/// of a host's machines is down, the next address is tried after a quarter of a second instead of after minutes.
/// </summary>
public static class AddressRace
{
    // RFC 8305, section 8: Connection Attempt Delay.
    private static readonly TimeSpan Head = TimeSpan.FromMilliseconds(250);

    /// <summary>Connects; fits <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="SocketException">The name leads nowhere, or no address answers: what the last one said.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        return new NetworkStream(await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, Dns.GetHostAddressesAsync, cancellation), ownsSocket: true);
    }

    /// <summary>Connects to whichever address of a host answers first.</summary>
    /// <param name="host">Its name, or an address.</param>
    /// <param name="port">The port.</param>
    /// <param name="lookUp">Looks a name up.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SocketException">The name leads nowhere, or no address answers: what the last one said.</exception>
    public static async Task<Socket> ConnectAsync(string host, int port, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await lookUp(host, cancellation);
        return await ConnectAsync(addresses, port, cancellation);
    }

    /// <summary>Connects to whichever of the addresses answers first, and to no other: whoever may go only to some has judged them before.</summary>
    /// <param name="addresses">The addresses; both families take turns.</param>
    /// <param name="port">The port.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SocketException">There are none, or none answers: what the last one said.</exception>
    public static Task<Socket> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellation) =>
        ConnectAsync([.. Interleave(addresses).Select(address => new IPEndPoint(address, port))], cancellation);

    /// <summary>The addresses in the order in which they are tried: of both families in turn, beginning with the first one's (RFC 8305, section 4).</summary>
    public static IEnumerable<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        var families = addresses.GroupBy(address => address.AddressFamily).Select(family => family.ToList()).ToList();
        for (var i = 0; families.Exists(family => i < family.Count); i++)
        {
            foreach (var family in families.Where(family => i < family.Count))
                yield return family[i];
        }
    }

    /// <summary>Connects to the first that answers.</summary>
    /// <exception cref="SocketException">None does.</exception>
    public static async Task<Socket> ConnectAsync(IReadOnlyList<IPEndPoint> targets, CancellationToken cancellation)
    {
        if (targets.Count == 1)
            return await DialAsync(targets[0], cancellation);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = new List<Task<Socket>>();
        Exception failure = new SocketException((int)SocketError.HostNotFound);
        for (var next = 0; next < targets.Count || running.Count > 0;)
        {
            if (next < targets.Count)
                running.Add(DialAsync(targets[next++], end.Token));
            if (await FirstAsync(running, next < targets.Count ? Head : Timeout.InfiniteTimeSpan, cancellation) is not { } done)
                continue;
            running.Remove(done);
            if (done.IsCompletedSuccessfully)
            {
                await end.CancelAsync();
                await DropAsync(running);
                return done.Result;
            }

            failure = done.Exception?.InnerException ?? failure;
        }

        cancellation.ThrowIfCancellationRequested();
        throw failure;
    }

    // Null when the next one may start before any is done.
    private static async Task<Task<Socket>?> FirstAsync(List<Task<Socket>> running, TimeSpan patience, CancellationToken cancellation)
    {
        var first = Task.WhenAny(running);
        try
        {
            return await first.WaitAsync(patience, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            // The attempts end by the same token.
            return await first;
        }
    }

    private static async Task<Socket> DialAsync(IPEndPoint target, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Those that lost; one may have connected in the same moment.
    private static async Task DropAsync(List<Task<Socket>> running)
    {
        foreach (var lost in running)
        {
            await ((Task)lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (lost.IsCompletedSuccessfully)
                lost.Result.Dispose();
        }
    }
}
