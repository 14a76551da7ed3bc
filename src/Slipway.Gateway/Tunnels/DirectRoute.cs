using System.Net;
using System.Net.Sockets;
using Slipway.Gateway.Policy;
using Slipway.Protocol.Client;

namespace Slipway.Gateway.Tunnels;

/// <summary>Dials the destination itself, at the addresses that were judged: the first that answers is taken (RFC 8305).</summary>
public sealed class DirectRoute : IRoute
{
    private const int MaxDials = 8;

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
        IPAddress[] addresses = [.. AddressRace.Interleave(request.Addresses).Take(MaxDials)];
        try
        {
            var socket = await AddressRace.ConnectAsync(addresses, request.Destination.Port, cancellation);
            return new RouteResult { Connection = new ProxyConnection(socket), Address = ((IPEndPoint)socket.RemoteEndPoint!).Address };
        }
        catch (SocketException)
        {
            return new RouteResult { Failure = DenyReason.ConnectFailed, Address = addresses[^1] };
        }
    }
}
