using System.Net;
using System.Net.Sockets;

namespace Slipway.Listening;

/// <summary>
/// Places for connections, limited in all and for each network address. When none is free, the connection that has been
/// idle longest is closed to make room; a connection with a request in flight keeps its place. The same limits apply to concurrent requests,
/// so that a client that sends many requests over one HTTP/2 connection gets no more than one that uses HTTP/1.1.
/// </summary>
public sealed class ConnectionPlaces
{
    // A connection that is being closed still holds its file for a moment.
    private const int MostClosing = 32;
    private const int PrefixBytes = 8;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, AddressPlaces> _addresses = new(StringComparer.Ordinal);
    private readonly LinkedList<ConnectionPlace> _idle = [];
    private volatile ConnectionLimits _limits;
    private TaskCompletionSource? _room;
    private int _taken;
    private int _open;
    private int _requests;
    private long _closed;
    private long _refused;

    /// <summary>Creates places, all of them free.</summary>
    public ConnectionPlaces(ConnectionLimits limits) => _limits = limits;

    /// <summary>The limits in force. A change applies from the next connection on.</summary>
    public ConnectionLimits Limits
    {
        get => _limits;
        set => _limits = value;
    }

    /// <summary>Open connections, including those that are being closed.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Idle connections that were closed to make room.</summary>
    public long Closed => Interlocked.Read(ref _closed);

    /// <summary>Connections that were refused because all others were busy.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Takes a place for a new, idle connection. Returns null when no place is free and no connection is idle.</summary>
    /// <param name="address">The address of the client; null when the connection has none.</param>
    /// <param name="close">Closes the connection. It is called at most once, from another thread.</param>
    public ConnectionPlace? Take(IPAddress? address, Action close)
    {
        ConnectionPlace? victim;
        ConnectionPlace place;
        lock (_gate)
        {
            var limits = _limits;
            var from = Find(address, limits);
            victim = from is not null && from.Taken >= limits.MostPerAddress ? from.Idle.First?.Value : _taken >= limits.Most ? _idle.First?.Value : null;
            if (victim is null && (_taken >= limits.Most || from?.Taken >= limits.MostPerAddress))
            {
                _refused++;
                Forget(from);
                return null;
            }

            // Registered before the other connection is closed, because an address without connections is forgotten.
            if (from is not null)
                from.Taken++;
            if (victim is not null)
            {
                _closed++;
                Close(victim);
            }

            place = new ConnectionPlace(this, from, close);
            _taken++;
            _open++;
            List(place);
        }

        victim?.Close();
        return place;
    }

    /// <summary>Waits while too many connections are being closed.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (HasRoom)
                return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task.WaitAsync(cancellation);
        }
    }

    // The connection's own place covers its first request.
    internal bool Begin(ConnectionPlace place)
    {
        lock (_gate)
        {
            if (place.Requests > 0 && (_requests >= _limits.Most || place.From?.Requests >= _limits.MostPerAddress))
                return false;
            _requests++;
            if (place.From is { } from)
                from.Requests++;
            if (place.Requests++ == 0)
                Unlist(place);
            return true;
        }
    }

    internal void End(ConnectionPlace place)
    {
        lock (_gate)
        {
            _requests--;
            if (place.From is { } from)
            {
                from.Requests--;
                Forget(from);
            }

            if (--place.Requests == 0 && place is { IsClosing: false, IsGone: false })
                List(place);
        }
    }

    internal void Leave(ConnectionPlace place)
    {
        lock (_gate)
        {
            if (place.IsGone)
                return;
            if (!place.IsClosing)
                Close(place);
            place.IsGone = true;
            _open--;
            if (!HasRoom)
                return;
            _room?.SetResult();
            _room = null;
        }
    }

    private bool HasRoom => _open < _limits.Most + MostClosing;

    private AddressPlaces? Find(IPAddress? address, ConnectionLimits limits)
    {
        if (address is null)
            return null;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (limits.IsShared(address))
            return null;
        // The IPv6 addresses of one network belong to one client.
        var key = address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes()[..PrefixBytes]) : address.ToString();
        if (!_addresses.TryGetValue(key, out var places))
            _addresses[key] = places = new AddressPlaces(key);
        return places;
    }

    private void Close(ConnectionPlace place)
    {
        Unlist(place);
        place.IsClosing = true;
        _taken--;
        if (place.From is not { } from)
            return;
        from.Taken--;
        Forget(from);
    }

    private void Forget(AddressPlaces? from)
    {
        if (from is { Taken: 0, Requests: 0 })
            _addresses.Remove(from.Key);
    }

    private void List(ConnectionPlace place)
    {
        _idle.AddLast(place.Node);
        place.From?.Idle.AddLast(place.NodeOfAddress);
    }

    private void Unlist(ConnectionPlace place)
    {
        if (place.Node.List is null)
            return;
        _idle.Remove(place.Node);
        place.From?.Idle.Remove(place.NodeOfAddress);
    }
}
