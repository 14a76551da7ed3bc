namespace Slipway.Firewall.Watch;

/// <summary>The state that is kept from one check of the list to the next.</summary>
/// <param name="SyncToken">The last version seen.</param>
/// <param name="Published">The addresses in it.</param>
/// <param name="Retiring">Addresses that have left the list and are still allowed.</param>
public sealed record WatchState(long SyncToken, PrefixSet Published, IReadOnlyList<RetiringPrefix> Retiring)
{
    /// <summary>Identifies the rules that were applied last; null when none were.</summary>
    public string? InForce { get; init; }

    /// <summary>The addresses that the rules have to allow.</summary>
    public PrefixSet Allowed => PrefixSet.Of(Published.Prefixes.Concat(Retiring.Select(r => r.Prefix)));

    /// <summary>Returns the state after another check: new addresses are allowed at once, and removed ones stay allowed for a time.</summary>
    /// <param name="syncToken">The version seen.</param>
    /// <param name="published">The addresses in it.</param>
    /// <param name="now">The time of the check.</param>
    /// <param name="keep">How long removed addresses stay allowed.</param>
    public WatchState Next(long syncToken, PrefixSet published, DateTimeOffset now, TimeSpan keep)
    {
        var still = Retiring
            .SelectMany(r => PrefixSet.Of([r.Prefix]).Except(published).Prefixes.Select(p => r with { Prefix = p }))
            .ToList();
        var gone = Published.Except(published).Except(PrefixSet.Of(still.Select(r => r.Prefix))).Prefixes.Select(p => new RetiringPrefix(p, now));
        return new WatchState(syncToken, published, [.. still.Concat(gone).Where(r => now - r.Since < keep)]);
    }
}

/// <summary>Addresses that have left the list and stay allowed for a while, because prefixes often return within days.</summary>
/// <param name="Prefix">The addresses.</param>
/// <param name="Since">When they were first missing.</param>
public sealed record RetiringPrefix(CidrPrefix Prefix, DateTimeOffset Since);
