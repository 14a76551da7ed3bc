using System.Net;
using System.Net.Sockets;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Tunnels;

/// <summary>Accepts connections at one address. A fault of one connection does not stop it.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private const int Backlog = 4096;

    // From <sys/socket.h>. The runtime's own option would also let other processes of the same user share the port.
    private const int SocketLevel = 1;
    private const int ReuseAddress = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly Socket _socket;
    private Task _accepting = Task.CompletedTask;

    public Listener(IPEndPoint address)
    {
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _socket.SetRawSocketOption(SocketLevel, ReuseAddress, BitConverter.GetBytes(1));
            if (address.Address.Equals(IPAddress.IPv6Any))
                _socket.DualMode = true;
            _socket.Bind(address);
            _socket.Listen(Backlog);
        }
        catch (SocketException e)
        {
            _socket.Dispose();
            throw new ProblemException(GatewayProblems.CannotListen.At(address.ToString(), $"The system says: {e.Message}."));
        }

        EndPoint = (IPEndPoint)_socket.LocalEndPoint!;
    }

    public IPEndPoint EndPoint { get; }

    public void Start(Action<Socket> accepted, TimeProvider time)
    {
        using (ExecutionContext.SuppressFlow())
            _accepting = Task.Run(() => AcceptAsync(accepted, time));
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        await _accepting;
    }

    private async Task AcceptAsync(Action<Socket> accepted, TimeProvider time)
    {
        while (true)
        {
            try
            {
                var client = await _socket.AcceptAsync();
                client.NoDelay = true;
                accepted(client);
            }
            catch (Exception e)
                when (e is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted or SocketError.Interrupted })
            {
                return;
            }
            catch (SocketException e)
            {
                // A client that has already left is no reason to wait. Without a free descriptor, the next attempt would fail in the same way.
                if (e.SocketErrorCode is not (SocketError.ConnectionAborted or SocketError.ConnectionReset))
                    await Task.Delay(Pause, time);
            }
        }
    }
}
