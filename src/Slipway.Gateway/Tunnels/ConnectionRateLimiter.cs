using System.Collections.Concurrent;
using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>Counts the new connections of each client within a minute.</summary>
internal sealed class ConnectionRateLimiter
{
    private const long Minute = 60_000;

    private readonly ConcurrentDictionary<IPAddress, Count> _counts = new();

    /// <summary>Counts a new connection.</summary>
    public DenyReason Enter(IPAddress client, ProxyLimits limits, long now)
    {
        while (true)
        {
            var count = _counts.GetOrAdd(client, static _ => new Count());
            lock (count)
            {
                if (count.IsGone)
                    continue;
                if (now - count.Since >= Minute)
                    (count.Since, count.New) = (now, 0);
                count.New++;
                return count.New > limits.NewPerMinute ? DenyReason.TooManyRequests : DenyReason.None;
            }
        }
    }

    /// <summary>Forgets clients that have opened no connection for a minute.</summary>
    public void Sweep(long now)
    {
        foreach (var (client, count) in _counts)
        {
            lock (count)
            {
                if (now - count.Since < Minute)
                    continue;
                count.IsGone = true;
                _counts.TryRemove(client, out _);
            }
        }
    }

    private sealed class Count
    {
        public int New { get; set; }

        public long Since { get; set; } = long.MinValue / 2;

        public bool IsGone { get; set; }
    }
}
