namespace Slipway.Gateway.Firewall;

/// <summary>How much of something a product holds.</summary>
/// <param name="Most">The number that still fits.</param>
/// <param name="What">What is counted, in the plural.</param>
/// <param name="Count">Counts it.</param>
public sealed record RuleLimit(int Most, string What, Func<RuleSet, int> Count)
{
    /// <summary>Is it the limit of small models only, so that it is told and not refused?</summary>
    public bool OnlyTold { get; init; }

    /// <summary>What else can be done than to allow fewer.</summary>
    public Func<RuleSet, string>? WayOut { get; init; }

    internal bool IsExceeded(RuleSet rules) => Count(rules) > Most;

    internal string Tell(RuleSet rules, string target) =>
        $"{target} holds {Most} {What}; these are {Count(rules)}." + (WayOut is null ? "" : " " + WayOut(rules));
}
