using System.Net.Security;
using System.Net.Sockets;

namespace Slipway.Gateway.Tunnels;

/// <summary>One side of a tunnel: a socket, or TLS on a socket.</summary>
public sealed class ProxyConnection : IDisposable
{
    /// <summary>A connection over a socket that is connected.</summary>
    public ProxyConnection(Socket socket, SslStream? secure = null) => (Socket, Secure) = (socket, secure);

    /// <summary>The socket.</summary>
    public Socket Socket { get; }

    /// <summary>TLS on the socket; null without.</summary>
    public SslStream? Secure { get; private set; }

    /// <summary>The connection as a stream, which does not close it.</summary>
    public Stream OpenStream() => Secure ?? (Stream)new NetworkStream(Socket, ownsSocket: false);

    /// <summary>Becomes the server's side of TLS.</summary>
    public async Task SecureAsync(SslServerAuthenticationOptions options, CancellationToken cancellation)
    {
        Secure = new SslStream(new NetworkStream(Socket, ownsSocket: false));
        await Secure.AuthenticateAsServerAsync(options, cancellation);
    }

    /// <summary>Receives what is there, or waits; 0 at the end. With an empty buffer it only waits, and holds no memory meanwhile.</summary>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellation = default) =>
        Secure is null ? Socket.ReceiveAsync(buffer, SocketFlags.None, cancellation) : Secure.ReadAsync(buffer, cancellation);

    /// <summary>Sends all of it.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> data)
    {
        if (Secure is not null)
        {
            await Secure.WriteAsync(data);
            return;
        }

        while (!data.IsEmpty)
            data = data[await Socket.SendAsync(data, SocketFlags.None)..];
    }

    /// <summary>Says that nothing follows; the other direction stays open.</summary>
    public async ValueTask FinishAsync()
    {
        if (Secure is not null)
            await Secure.ShutdownAsync();
        Socket.Shutdown(SocketShutdown.Send);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Secure?.Dispose();
        Socket.Dispose();
    }
}
