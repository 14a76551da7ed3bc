namespace Slipway.Listening;

/// <summary>The place of one connection. Disposing it frees the place.</summary>
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

    /// <summary>Notes that a request has begun. Returns false when the connection already has a request and the limit of requests is reached.</summary>
    public bool Begin() => _places.Begin(this);

    /// <summary>Notes that a request has ended.</summary>
    public void End() => _places.End(this);

    /// <inheritdoc/>
    public void Dispose() => _places.Leave(this);

    internal void Close() => _close();
}

/// <summary>The connections of one network address.</summary>
internal sealed class AddressPlaces(string key)
{
    public string Key { get; } = key;

    public int Taken { get; set; }

    /// <summary>Requests in flight on these connections.</summary>
    public int Requests { get; set; }

    /// <summary>Connections without a request, longest idle first.</summary>
    public LinkedList<ConnectionPlace> Idle { get; } = [];
}
