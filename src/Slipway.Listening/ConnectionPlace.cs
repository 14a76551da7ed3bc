namespace Slipway.Listening;

/// <summary>The place of one connection, which it has until this is disposed.</summary>
public sealed class ConnectionPlace : IDisposable
{
    private readonly ConnectionPlaces _places;
    private readonly Action _close;

    internal ConnectionPlace(ConnectionPlaces places, AddressPlaces? from, Action close)
    {
        (_places, From, _close) = (places, from, close);
        (Node, NodeOfAddress) = (new LinkedListNode<ConnectionPlace>(this), new LinkedListNode<ConnectionPlace>(this));
    }

    internal AddressPlaces? From { get; }

    internal LinkedListNode<ConnectionPlace> Node { get; }

    internal LinkedListNode<ConnectionPlace> NodeOfAddress { get; }

    /// <summary>Requests in flight.</summary>
    internal int Requests { get; set; }

    internal bool IsClosing { get; set; }

    internal bool IsGone { get; set; }

    /// <summary>A request has begun; false when the connection has another one already, and there are too many in all.</summary>
    public bool Begin() => _places.Begin(this);

    /// <summary>A request that had begun is over.</summary>
    public void End() => _places.End(this);

    /// <inheritdoc/>
    public void Dispose() => _places.Leave(this);

    internal void Close() => _close();
}
