namespace Slipway.Gateway.Firewall;

/// <summary>The capacity of a product.</summary>
/// <param name="Most">The largest number that fits.</param>
/// <param name="What">What is counted, in the plural.</param>
/// <param name="Count">Counts it.</param>
public sealed record RuleLimit(int Most, string What, Func<RuleSet, int> Count)
{
    /// <summary>Whether only small models have this limit, so that exceeding it is a note and not an error.</summary>
    public bool OnlyTold { get; init; }

    /// <summary>An alternative to allowing fewer addresses; null when there is none.</summary>
    public Func<RuleSet, string>? WayOut { get; init; }

    internal bool IsExceeded(RuleSet rules) => Count(rules) > Most;

    internal string Tell(RuleSet rules, string target) =>
        $"{target} holds {Most} {What}; these are {Count(rules)}." + (WayOut is null ? "" : " " + WayOut(rules));
}
