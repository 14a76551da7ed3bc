using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Diagnosis.Connections;

/// <summary>An attempt to connect and its outcome.</summary>
/// <param name="Target">The destination.</param>
/// <param name="State">The outcome.</param>
/// <param name="Elapsed">The time until the outcome was known.</param>
/// <param name="Local">The address of this machine on the connection; null when there was none.</param>
internal sealed record DialAttempt(IPEndPoint Target, DialOutcome State, TimeSpan Elapsed, IPAddress? Local)
{
    /// <summary>Tries to connect.</summary>
    /// <param name="target">The destination.</param>
    /// <param name="patience">The timeout.</param>
    /// <param name="cancellation">Cancels the attempt.</param>
    public static async Task<DialAttempt> TryAsync(IPEndPoint target, TimeSpan patience, CancellationToken cancellation)
    {
        var (dial, socket) = await OpenAsync(target, patience, cancellation);
        socket?.Dispose();
        return dial;
    }

    /// <summary>Tries to connect and returns the connection when there is one.</summary>
    public static async Task<(DialAttempt Dial, Socket? Socket)> OpenAsync(IPEndPoint target, TimeSpan patience, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var began = TimeProvider.System.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        DialOutcome state;
        try
        {
            await socket.ConnectAsync(target, limit.Token);
            return (new DialAttempt(target, DialOutcome.Open, TimeProvider.System.GetElapsedTime(began), (socket.LocalEndPoint as IPEndPoint)?.Address), socket);
        }
        catch (SocketException e)
        {
            state = StateOf(e.SocketErrorCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            state = DialOutcome.Silent;
        }

        socket.Dispose();
        return (new DialAttempt(target, state, TimeProvider.System.GetElapsedTime(began), LocalFor(target)), null);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words} after {Elapsed.TotalMilliseconds:0.0} ms");

    /// <summary>The outcome in words.</summary>
    public string Words => State switch
    {
        DialOutcome.Open => "open",
        DialOutcome.Refused => "refused (RST)",
        DialOutcome.Silent => "no answer",
        DialOutcome.Prohibited => "prohibited (ICMP or own rules)",
        _ => "no route",
    };

    private static DialOutcome StateOf(SocketError error) => error switch
    {
        SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.ConnectionAborted => DialOutcome.Refused,
        SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
            DialOutcome.NoRoute,
        SocketError.HostUnreachable or SocketError.HostDown or SocketError.AccessDenied => DialOutcome.Prohibited,
        _ => DialOutcome.Silent,
    };

    // Connecting a datagram socket sends nothing and shows which address of this machine would be used.
    private static IPAddress? LocalFor(IPEndPoint target)
    {
        using var socket = new Socket(target.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Connect(target);
            return (socket.LocalEndPoint as IPEndPoint)?.Address;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}

/// <summary>The outcome of an attempt to connect.</summary>
internal enum DialOutcome
{
    /// <summary>The connection was established.</summary>
    Open,

    /// <summary>The destination, or a firewall on its behalf, refused the connection at once (RST).</summary>
    Refused,

    /// <summary>There was no answer in time: packets are dropped.</summary>
    Silent,

    /// <summary>
    /// A router or firewall reported that the connection is prohibited or the host unreachable (ICMP), or this machine's own rules forbid it.
    /// </summary>
    Prohibited,

    /// <summary>This machine has no route to the network.</summary>
    NoRoute,
}
