using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Slipway.Gateway.Diagnosis.Connections;

/// <summary>An attempt to connect and its outcome.</summary>
/// <param name="Target">The destination.</param>
/// <param name="State">The outcome.</param>
/// <param name="Elapsed">The time until the outcome was known.</param>
/// <param name="Local">The address of this machine on the connection; null when there was none.</param>
internal sealed record Dial(IPEndPoint Target, DialState State, TimeSpan Elapsed, IPAddress? Local)
{
    /// <summary>Tries to connect.</summary>
    /// <param name="target">The destination.</param>
    /// <param name="patience">The timeout.</param>
    /// <param name="cancellation">Cancels the attempt.</param>
    public static async Task<Dial> TryAsync(IPEndPoint target, TimeSpan patience, CancellationToken cancellation)
    {
        var (dial, socket) = await OpenAsync(target, patience, cancellation);
        socket?.Dispose();
        return dial;
    }

    /// <summary>Tries to connect and returns the connection when there is one.</summary>
    public static async Task<(Dial Dial, Socket? Socket)> OpenAsync(IPEndPoint target, TimeSpan patience, CancellationToken cancellation)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var began = TimeProvider.System.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        DialState state;
        try
        {
            await socket.ConnectAsync(target, limit.Token);
            return (new Dial(target, DialState.Open, TimeProvider.System.GetElapsedTime(began), (socket.LocalEndPoint as IPEndPoint)?.Address), socket);
        }
        catch (SocketException e)
        {
            state = StateOf(e.SocketErrorCode);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            state = DialState.Silent;
        }

        socket.Dispose();
        return (new Dial(target, state, TimeProvider.System.GetElapsedTime(began), LocalFor(target)), null);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Words} after {Elapsed.TotalMilliseconds:0.0} ms");

    /// <summary>The outcome in words.</summary>
    public string Words => State switch
    {
        DialState.Open => "open",
        DialState.Refused => "refused (RST)",
        DialState.Silent => "no answer",
        DialState.Prohibited => "prohibited (ICMP or own rules)",
        _ => "no route",
    };

    private static DialState StateOf(SocketError error) => error switch
    {
        SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.ConnectionAborted => DialState.Refused,
        SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported =>
            DialState.NoRoute,
        SocketError.HostUnreachable or SocketError.HostDown or SocketError.AccessDenied => DialState.Prohibited,
        _ => DialState.Silent,
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
