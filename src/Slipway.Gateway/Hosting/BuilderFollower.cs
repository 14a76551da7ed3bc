using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Hosting;

/// <summary>Asks a builder for its hosts when that is due, and tells what came of it.</summary>
/// <param name="list">The builder's list.</param>
/// <param name="tell">Told.</param>
/// <param name="time">The clock.</param>
internal sealed class BuilderFollower(BuilderHostList list, Action<GatewayEvent> tell, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);

    private DateTimeOffset _due;

    /// <summary>The builder's list.</summary>
    public BuilderHostList List => list;

    /// <summary>Is it time to ask?</summary>
    public bool IsDue => time.GetUtcNow() >= _due;

    /// <summary>Asks; true when there are other hosts now. A gateway starts without the builder, closed, and asks again.</summary>
    public async Task<bool> AskAsync(CancellationToken cancellation)
    {
        _due = time.GetUtcNow() + Retry;
        try
        {
            var changed = await list.LoadAsync(cancellation);
            _due = time.GetUtcNow() + Interval;
            if (changed)
                tell(new GatewayEvent("builder", $"The builder's hosts are {string.Join(", ", list.Hosts.Select(h => $"{h.Name}:{h.Port}"))}, signed with {list.Key}.", []));
            return changed;
        }
        catch (ProblemException e)
        {
            _due = time.GetUtcNow() + Retry;
            tell(new GatewayEvent("builder", list.Hosts.Count > 0 ? "The list of before stays in force." : "Nothing of the builder is allowed until its list is there.", e.Problems));
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => list.Dispose();
}
