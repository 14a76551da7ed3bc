using System.Security.Cryptography;
using System.Text;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall.Watch;

/// <summary>
/// Checks the list regularly and keeps a file of rules up to date with it. The list changes several times a day; the file changes
/// only when the rules differ.
/// </summary>
/// <param name="plan">The rules and the file.</param>
/// <param name="source">The list.</param>
/// <param name="clock">The clock, by which removed addresses expire.</param>
public sealed class RangesWatch(WatchPlan plan, RangesSource source, TimeProvider clock)
{
    // A restart of the machine removes the rules from the kernel.
    private const string BootId = "/proc/sys/kernel/random/boot_id";

    private PublishedRanges? _latest;

    private string StatePath => plan.Path + ".state";

    /// <summary>Checks the list once.</summary>
    /// <returns>The changed addresses when rules were applied; null when the rules in force are up to date.</returns>
    /// <exception cref="ProblemException">The list cannot be read, or the rules cannot be written or applied. The previous rules stay in force.</exception>
    public async Task<RangesDiff?> LookAsync(CancellationToken cancellation)
    {
        var before = WatchStateFile.Read(StatePath);
        var read = await source.ReadNewAsync(cancellation);
        // A cache on the way may return a version older than one seen before.
        if (read is not null && read.SyncToken >= Math.Max(before?.SyncToken ?? 0, _latest?.SyncToken ?? 0))
            _latest = read;
        if (_latest is null)
            return null;
        var published = _latest.Select(plan.Filter);
        var state = (before ?? new WatchState(0, published, [])).Next(_latest.SyncToken, published, clock.GetUtcNow(), plan.Keep);
        var rules = plan.Complete(RuleSets.ByAddress(_latest, plan.Filter, state.Allowed, plan.Fit, plan.MaxExtra));
        state = state with { InForce = Mark(rules) };
        var isInForce = before?.InForce == state.InForce && File.Exists(plan.Path) && (plan.Command is null || await plan.Command.IsInForceAsync(cancellation));
        if (!isInForce)
            await PublishAsync(rules with { Source = rules.Source! with { Retiring = state.Retiring.Count } }, cancellation);
        // Saved only after the rules are in force, so that a failed attempt is repeated at the next check.
        WatchStateFile.Write(StatePath, state);
        return isInForce ? null : RangesDiff.Between(before?.Allowed ?? PrefixSet.Of([]), state.Allowed);
    }

    // The version of the list is left out, because most versions change only other addresses.
    private string Mark(RuleSet rules)
    {
        var text = RuleTargets.Render(plan.Target, rules with { Source = rules.Source! with { SyncToken = 0, CreateDate = "" } });
        var boot = plan.Command is not null && File.Exists(BootId) ? File.ReadAllText(BootId) : "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(boot + text)));
    }

    private async Task PublishAsync(RuleSet rules, CancellationToken cancellation)
    {
        var text = RuleTargets.Render(plan.Target, rules);
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
            // The first failure is the one to report.
        }
    }
}

/// <summary>The rules to keep up to date and how to apply them.</summary>
public sealed record WatchPlan
{
    /// <summary>The file that holds the rules.</summary>
    public required string Path { get; init; }

    /// <summary>The product of the rules.</summary>
    public required RuleTarget Target { get; init; }

    /// <summary>Selects the addresses.</summary>
    public required RangeFilter Filter { get; init; }

    /// <summary>The settings that do not depend on the list, such as ports and name servers.</summary>
    public required Func<RuleSet, RuleSet> Complete { get; init; }

    /// <summary>The most prefixes of each family after merging; null for no limit.</summary>
    public int? Fit { get; init; }

    /// <summary>The most additional addresses that merging may allow, in percent.</summary>
    public double MaxExtra { get; init; }

    /// <summary>How long addresses that have left the list stay allowed.</summary>
    public required TimeSpan Keep { get; init; }

    /// <summary>Applies the rules; null when the rules are only written.</summary>
    public RuleCommand? Command { get; init; }
}
