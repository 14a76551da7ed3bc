namespace Slipway.Gateway.Firewall.Watch;

/// <summary>What is watched, and what is done about it.</summary>
public sealed record WatchPlan
{
    /// <summary>The file that holds the rules.</summary>
    public required string Path { get; init; }

    /// <summary>Whose rules they are.</summary>
    public required RuleTarget Target { get; init; }

    /// <summary>Which addresses.</summary>
    public required RangeFilter Filter { get; init; }

    /// <summary>Ports, name servers and so on, which do not depend on the list.</summary>
    public required Func<RuleSet, RuleSet> Complete { get; init; }

    /// <summary>To how many prefixes they are merged.</summary>
    public int? Fit { get; init; }

    /// <summary>How many percent may come with that.</summary>
    public double MaxExtra { get; init; }

    /// <summary>How long addresses are allowed that have left the list.</summary>
    public required TimeSpan Keep { get; init; }

    /// <summary>What applies the rules; null when something else does.</summary>
    public RuleCommand? Command { get; init; }
}
