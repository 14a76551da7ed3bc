using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall.Watch;

/// <summary>
/// Looks at the list again and again and keeps a file of rules in step with it. The list changes several times a day; only a
/// change of the addresses that are asked for is one here.
/// </summary>
/// <param name="plan">What to do.</param>
/// <param name="source">The list.</param>
/// <param name="clock">Tells how long addresses have been away.</param>
public sealed class RangesWatch(WatchPlan plan, RangesSource source, TimeProvider clock)
{
    private PublishedRanges? _latest;
    private PrefixSet? _applied;

    private string StatePath => plan.Path + ".state";

    /// <summary>Looks once.</summary>
    /// <returns>What changed in the rules; null when nothing did.</returns>
    /// <exception cref="ProblemException">The list cannot be read, or the rules cannot be written or applied; those before are in force.</exception>
    public async Task<RangesDiff?> LookAsync(CancellationToken cancellation)
    {
        var before = WatchStateFile.Read(StatePath);
        var read = await source.ReadNewAsync(cancellation);
        // Caches on the way may answer with a version that is older than one seen before.
        if (read is not null && read.SyncToken >= Math.Max(before?.SyncToken ?? 0, _latest?.SyncToken ?? 0))
            _latest = read;
        if (_latest is null)
            return null;
        var published = _latest.Select(plan.Filter);
        var state = (before ?? new WatchState(0, published, [])).Next(_latest.SyncToken, published, clock.GetUtcNow(), plan.Keep);
        var allowed = state.Allowed;
        var diff = RangesDiff.Between(_applied ?? before?.Allowed ?? PrefixSet.Of([]), allowed);
        if (_applied is null || !diff.IsEmpty)
            await PublishAsync(_latest, state, allowed, cancellation);
        // Not before the rules are in force: what failed is tried again the next time.
        WatchStateFile.Write(StatePath, state);
        var first = _applied is null;
        _applied = allowed;
        return first || !diff.IsEmpty ? diff : null;
    }

    private async Task PublishAsync(PublishedRanges ranges, WatchState state, PrefixSet allowed, CancellationToken cancellation)
    {
        var rules = plan.Complete(RuleSets.ByAddress(ranges, plan.Filter, allowed, plan.Fit, plan.MaxExtra));
        var text = RuleTargets.Render(plan.Target, rules with { Source = rules.Source! with { Retiring = state.Retiring.Count } });
        var old = File.Exists(plan.Path) ? await File.ReadAllTextAsync(plan.Path, cancellation) : null;
        WholeFile.Write(plan.Path, text);
        if (plan.Command is null)
            return;
        try
        {
            await plan.Command.ApplyAsync(plan.Path, cancellation);
        }
        catch (Exception)
        {
            await RollBackAsync(plan.Command, old);
            throw;
        }
    }

    private async Task RollBackAsync(RuleCommand command, string? old)
    {
        if (old is null)
        {
            File.Delete(plan.Path);
            return;
        }

        WholeFile.Write(plan.Path, old);
        try
        {
            await command.ApplyAsync(plan.Path, CancellationToken.None);
        }
        catch (ProblemException)
        {
            // The first failure is the one to tell.
        }
    }
}
