using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Slipway.Listening;

/// <summary>Creates the server's listeners, which keep to the connection limits.</summary>
internal sealed class LimitedListenerFactory(SocketTransportFactory sockets, ConnectionPlaces places) : IConnectionListenerFactory,
    IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new LimitedListener(await sockets.BindAsync(endpoint, cancellationToken), places);
}
