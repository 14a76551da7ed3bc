using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Slipway.Listening;

/// <summary>Makes the server's listeners keep to the limits.</summary>
internal sealed class LimitedListenerFactory(SocketTransportFactory sockets, ConnectionPlaces places) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new LimitedListener(await sockets.BindAsync(endpoint, cancellationToken), places);
}
