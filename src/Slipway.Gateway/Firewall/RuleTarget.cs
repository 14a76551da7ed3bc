namespace Slipway.Gateway.Firewall;

/// <summary>A product that enforces rules.</summary>
/// <param name="Name">As it is given to <c>--format</c>.</param>
/// <param name="Title">The product, for people.</param>
/// <param name="ByDomain">Renders rules by name; null when the product knows no names.</param>
/// <param name="ByAddress">Renders rules by address; null when the product's rules are by name.</param>
/// <param name="Limit">How many of its rules there may be, and how many a set of rules needs; null when there is no limit that matters.</param>
public sealed record RuleTarget(
    string Name,
    string Title,
    Func<RuleSet, string>? ByDomain,
    Func<RuleSet, string>? ByAddress,
    (int Most, Func<RuleSet, int> Count)? Limit = null);
