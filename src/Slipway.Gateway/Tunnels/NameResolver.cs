using System.Collections.Concurrent;
using System.Net;
using Slipway.Gateway.Names;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Looks names up and remembers the answers for a moment, so that many connections to one host ask once. What is remembered is
/// judged for each request anew.
/// </summary>
/// <param name="lookup">Asks the network.</param>
/// <param name="time">The clock.</param>
/// <param name="keep">How long an answer holds.</param>
public sealed class NameResolver(Func<string, CancellationToken, Task<IPAddress[]>> lookup, TimeProvider time, TimeSpan keep)
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The machine's hosts file and name servers, asked for names as they are written.</summary>
    public static NameResolver System { get; } = new(AbsoluteNames.System.LookUpAsync, TimeProvider.System, TimeSpan.FromSeconds(5));

    /// <summary>The addresses of a host; throws what the lookup throws.</summary>
    public ValueTask<IPAddress[]> ResolveAsync(HostName name, CancellationToken cancellation)
    {
        var now = time.GetTimestamp();
        if (!entries.TryGetValue(name.Value, out var entry) || time.GetElapsedTime(entry.At, now) >= keep || entry.Answer.IsFaulted || entry.Answer.IsCanceled)
        {
            if (entries.Count >= MaxEntries)
                entries.Clear();
            // The lookup serves all who wait for it, so none of them cancels it.
            entry = new Entry(lookup(name.Value, CancellationToken.None), now);
            entries[name.Value] = entry;
        }

        return entry.Answer.IsCompletedSuccessfully ? new(entry.Answer.Result) : new(entry.Answer.WaitAsync(cancellation));
    }

    private sealed record Entry(Task<IPAddress[]> Answer, long At);
}
