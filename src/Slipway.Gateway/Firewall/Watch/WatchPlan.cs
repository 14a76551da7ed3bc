namespace Slipway.Gateway.Firewall.Watch;

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
