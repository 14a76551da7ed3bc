using System.Collections.Concurrent;
using System.Net;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>Counts the connections of each client.</summary>
internal sealed class ClientCounts
{
    private const long Minute = 60_000;

    private readonly ConcurrentDictionary<IPAddress, Count> counts = new();
    private int open;

    /// <summary>Open connections of all clients.</summary>
    public int Open => Volatile.Read(ref open);

    /// <summary>Counts a new connection, which has to be taken back with <see cref="Leave"/> whatever the answer is.</summary>
    public DenyReason Enter(IPAddress client, ProxyLimits limits, long now)
    {
        var all = Interlocked.Increment(ref open);
        while (true)
        {
            var count = counts.GetOrAdd(client, static _ => new Count());
            lock (count)
            {
                if (count.IsGone)
                    continue;
                count.Open++;
                if (now - count.Since >= Minute)
                    (count.Since, count.New) = (now, 0);
                count.New++;
                if (all > limits.Open || count.Open > limits.OpenPerClient)
                    return DenyReason.TooManyConnections;
                return count.New > limits.NewPerMinute ? DenyReason.TooManyRequests : DenyReason.None;
            }
        }
    }

    /// <summary>A connection is gone.</summary>
    public void Leave(IPAddress client)
    {
        Interlocked.Decrement(ref open);
        if (!counts.TryGetValue(client, out var count))
            return;
        lock (count)
            count.Open--;
    }

    /// <summary>Forgets clients that have had no connection for a minute.</summary>
    public void Sweep(long now)
    {
        foreach (var (client, count) in counts)
        {
            lock (count)
            {
                if (count.Open > 0 || now - count.Since < Minute)
                    continue;
                count.IsGone = true;
                counts.TryRemove(client, out _);
            }
        }
    }

    private sealed class Count
    {
        public int Open { get; set; }

        public int New { get; set; }

        public long Since { get; set; } = long.MinValue / 2;

        public bool IsGone { get; set; }
    }
}
