namespace Slipway.Gateway.Firewall;

/// <summary>What an administrator does with a file of rules.</summary>
/// <param name="Try">How to see whether the product takes it, without applying it.</param>
/// <param name="Apply">How to apply it.</param>
/// <param name="Undo">How to take it back.</param>
public sealed record RuleUsage(string Try, string Apply, string Undo);
