using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Slipway.Listening;

/// <summary>Accepts a connection only when there is a place for it, so that the process never runs out of files.</summary>
internal sealed class LimitedListener(IConnectionListener inner, ConnectionPlaces places) : IConnectionListener
{
    public EndPoint EndPoint => inner.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            await places.WaitForRoomAsync(cancellationToken);
            if (await inner.AcceptAsync(cancellationToken) is not { } connection)
                return null;
            var place = places.Take((connection.RemoteEndPoint as IPEndPoint)?.Address,
                () => connection.Abort(new ConnectionAbortedException("The connection was idle and was closed to make room for another one.")));
            if (place is not null)
            {
                connection.Features.Set(place);
                return new LimitedConnection(connection, place);
            }

            connection.Abort(new ConnectionAbortedException("All connections are busy."));
            await connection.DisposeAsync();
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => inner.UnbindAsync(cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}

/// <summary>Creates the server's listeners, which keep to the connection limits.</summary>
internal sealed class LimitedListenerFactory(SocketTransportFactory sockets, ConnectionPlaces places) : IConnectionListenerFactory,
    IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new LimitedListener(await sockets.BindAsync(endpoint, cancellationToken), places);
}
