using System.Net;
using System.Net.Sockets;

namespace Slipway.Protocol.Client;

/// <summary>
/// Connects to whichever address of a host answers first (RFC 8305, "Happy Eyeballs"): if IPv6 is configured but does not work, or one
/// of a host's servers is down, the next address is tried after a quarter of a second instead of after minutes.
/// </summary>
public static class AddressRace
{
    // RFC 8305, section 8: Connection Attempt Delay.
    private static readonly TimeSpan Head = TimeSpan.FromMilliseconds(250);

    /// <summary>Connects; fits <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="SocketException">The name does not resolve, or no address answers; the error is that of the last attempt.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        return new NetworkStream(await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, Dns.GetHostAddressesAsync, cancellation), ownsSocket: true);
    }

    /// <summary>Connects to whichever address of a host answers first.</summary>
    /// <param name="host">Host name or address.</param>
    /// <param name="port">The port.</param>
    /// <param name="lookUp">Resolves a name.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="SocketException">The name does not resolve, or no address answers; the error is that of the last attempt.</exception>
    public static async Task<Socket> ConnectAsync(string host, int port, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await lookUp(host, cancellation);
        return await ConnectAsync(addresses, port, cancellation);
    }

    /// <summary>Connects to whichever of the addresses answers first, and to no other: the caller has checked that these addresses are allowed.</summary>
    /// <param name="addresses">The addresses; IPv4 and IPv6 take turns.</param>
    /// <param name="port">The port.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="SocketException">There are no addresses, or none answers; the error is that of the last attempt.</exception>
    public static Task<Socket> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellation) =>
        ConnectAsync([.. Interleave(addresses).Select(address => new IPEndPoint(address, port))], cancellation);

    /// <summary>
    /// Returns the addresses in the order of the attempts: alternating families, beginning with that of the first address (RFC 8305, section 4).
    /// </summary>
    public static IEnumerable<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        var families = addresses.GroupBy(address => address.AddressFamily).Select(family => family.ToList()).ToList();
        for (var i = 0; families.Exists(family => i < family.Count); i++)
        {
            foreach (var family in families.Where(family => i < family.Count))
                yield return family[i];
        }
    }

    /// <summary>Connects to the first address that answers.</summary>
    /// <exception cref="SocketException">No address answers.</exception>
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

    // Null if the next attempt may start before any has ended.
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
            // The same token cancels the other attempts.
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

    // Close the connections of the other attempts: one may have succeeded at the same moment.
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
