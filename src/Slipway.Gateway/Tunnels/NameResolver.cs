using System.Collections.Concurrent;
using System.Net;
using Slipway.Connect.Names;
using Slipway.Gateway.Policy;

namespace Slipway.Gateway.Tunnels;

/// <summary>
/// Looks names up and keeps the answers for a moment, so that many connections to one host cause one lookup. Each request judges
/// the addresses again.
/// </summary>
/// <param name="lookup">Looks a name up.</param>
/// <param name="time">The clock.</param>
/// <param name="keep">How long an answer is kept.</param>
public sealed class NameResolver(Func<string, CancellationToken, Task<IPAddress[]>> lookup, TimeProvider time, TimeSpan keep)
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Looks names up in the machine's hosts file and at its name servers, without appending a domain.</summary>
    public static NameResolver System { get; } = new(AbsoluteNames.System.LookUpAsync, TimeProvider.System, TimeSpan.FromSeconds(5));

    /// <summary>Returns the addresses of a host; throws the exceptions of the lookup.</summary>
    public ValueTask<IPAddress[]> ResolveAsync(HostName name, CancellationToken cancellation)
    {
        var now = time.GetTimestamp();
        if (!_entries.TryGetValue(name.Value, out var entry) || time.GetElapsedTime(entry.At, now) >= keep || entry.Answer.IsFaulted || entry.Answer.IsCanceled)
        {
            if (_entries.Count >= MaxEntries)
                _entries.Clear();
            // Several callers wait for one lookup, so none of them cancels it.
            entry = new Entry(lookup(name.Value, CancellationToken.None), now);
            _entries[name.Value] = entry;
        }

        return entry.Answer.IsCompletedSuccessfully ? new(entry.Answer.Result) : new(entry.Answer.WaitAsync(cancellation));
    }

    private sealed record Entry(Task<IPAddress[]> Answer, long At);
}
