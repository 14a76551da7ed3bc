using System.Net;

namespace Slipway.Gateway.Clients;

/// <summary>
/// Slows down attempts to guess passwords. After five wrong passwords an address has to wait; each further one doubles the wait, up to
/// five minutes. Requests that arrive during the wait are refused without a check of the password.
/// </summary>
/// <param name="clock">The clock.</param>
public sealed class PasswordAttemptThrottle(TimeProvider clock)
{
    private const int Free = 5;
    private const int MostOfGeneration = 25_000;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();

    // When the young generation is full, it replaces the old one, whose entries are forgotten. This bounds memory without a search.
    private Dictionary<IPAddress, Record> _young = [];
    private Dictionary<IPAddress, Record> _old = [];

    /// <summary>How many addresses are remembered.</summary>
    internal int Count => _young.Count + _old.Count;

    /// <summary>Returns whether an address has to wait before its next attempt.</summary>
    public bool MustWait(IPAddress address)
    {
        lock (_gate)
            return Find(Network(address)) is { } record && clock.GetUtcNow() < record.Until;
    }

    /// <summary>Notes a wrong password from an address.</summary>
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

    /// <summary>Notes a right password, which clears the wrong ones before it.</summary>
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

    // One machine usually has a whole /64 of IPv6.
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
