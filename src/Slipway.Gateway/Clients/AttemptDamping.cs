using System.Net;

namespace Slipway.Gateway.Clients;

/// <summary>
/// Slows down who guesses passwords: after five wrong ones an address waits, twice as long each time up to five minutes, and
/// what it sends in the meantime is not even looked at.
/// </summary>
/// <param name="clock">Tells the time.</param>
public sealed class AttemptDamping(TimeProvider clock)
{
    private const int Free = 5;
    private const int MostOfGeneration = 25_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();

    // When the young ones are too many they become the old ones, and those are forgotten: no search, and a bound on memory.
    private Dictionary<IPAddress, Record> _young = [];
    private Dictionary<IPAddress, Record> _old = [];

    /// <summary>How many addresses are remembered.</summary>
    internal int Count => _young.Count + _old.Count;

    /// <summary>Has an address to wait before it may try again?</summary>
    public bool MustWait(IPAddress address)
    {
        lock (_gate)
            return Find(Network(address)) is { } record && clock.GetUtcNow() < record.Until;
    }

    /// <summary>A wrong password came from an address.</summary>
    public void Failed(IPAddress address)
    {
        var (network, now) = (Network(address), clock.GetUtcNow());
        lock (_gate)
        {
            var failures = Find(network) is { } record && now - record.Last <= Forgotten ? record.Failures + 1 : 1;
            var wait = failures < Free ? TimeSpan.Zero : First * Math.Pow(2, Math.Min(failures - Free, 10));
            if (_young.Count >= MostOfGeneration)
                (_old, _young) = (_young, []);
            _young[network] = new Record(failures, now, now + (wait < Longest ? wait : Longest));
        }
    }

    /// <summary>A right one came: the typing errors before it are forgiven.</summary>
    public void Succeeded(IPAddress address)
    {
        var network = Network(address);
        lock (_gate)
        {
            _young.Remove(network);
            _old.Remove(network);
        }
    }

    private Record? Find(IPAddress network) => _young.TryGetValue(network, out var record) || _old.TryGetValue(network, out record) ? record : null;

    // A machine has a whole /64 of IPv6 to itself.
    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private sealed record Record(int Failures, DateTimeOffset Last, DateTimeOffset Until);
}
