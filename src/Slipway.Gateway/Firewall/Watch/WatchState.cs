namespace Slipway.Gateway.Firewall.Watch;

/// <summary>What is remembered from one look at the list to the next.</summary>
/// <param name="SyncToken">The version that was seen last.</param>
/// <param name="Published">The addresses in it.</param>
/// <param name="Retiring">Addresses that have left it and are still allowed.</param>
public sealed record WatchState(long SyncToken, PrefixSet Published, IReadOnlyList<RetiringPrefix> Retiring)
{
    /// <summary>Tells the rules that were applied last from others; null when none were.</summary>
    public string? InForce { get; init; }

    /// <summary>What rules have to allow.</summary>
    public PrefixSet Allowed => PrefixSet.Of(Published.Prefixes.Concat(Retiring.Select(r => r.Prefix)));

    /// <summary>The state after another look: what came is allowed at once, what went is allowed until it has been away long enough.</summary>
    /// <param name="syncToken">The version that was seen.</param>
    /// <param name="published">The addresses in it.</param>
    /// <param name="now">When.</param>
    /// <param name="keep">How long addresses are kept that left the list.</param>
    public WatchState Next(long syncToken, PrefixSet published, DateTimeOffset now, TimeSpan keep)
    {
        var still = Retiring
            .SelectMany(r => PrefixSet.Of([r.Prefix]).Except(published).Prefixes.Select(p => r with { Prefix = p }))
            .ToList();
        var gone = Published.Except(published).Except(PrefixSet.Of(still.Select(r => r.Prefix))).Prefixes.Select(p => new RetiringPrefix(p, now));
        return new WatchState(syncToken, published, [.. still.Concat(gone).Where(r => now - r.Since < keep)]);
    }
}
