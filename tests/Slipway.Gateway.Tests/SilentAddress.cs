using System.Net;
using System.Net.Sockets;

namespace Slipway.Gateway.Tests;

/// <summary>An address that swallows connections, because the queue of its listener is full, and one that answers at the same port.</summary>
internal sealed class SilentAddress : IDisposable
{
    private static readonly IPAddress Dark = IPAddress.Parse("127.0.0.2");
    private static readonly IPAddress Live = IPAddress.Parse("127.0.0.3");

    private readonly Socket _silent = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _waiting = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SilentAddress()
    {
        Listener.Bind(new IPEndPoint(Live, 0));
        Listener.Listen();
        _silent.Bind(new IPEndPoint(Dark, Port));
        _silent.Listen(0);
        _waiting.Connect(_silent.LocalEndPoint!);
    }

    /// <summary>What listens at the address that answers.</summary>
    public Socket Listener { get; } = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public int Port => ((IPEndPoint)Listener.LocalEndPoint!).Port;

    /// <summary>A look-up that leads each name to the silent address first.</summary>
    public static Task<IPAddress[]> LookUp(string name, CancellationToken cancellation) => Task.FromResult<IPAddress[]>([Dark, Live]);

    public void Dispose()
    {
        _waiting.Dispose();
        _silent.Dispose();
        Listener.Dispose();
    }
}
