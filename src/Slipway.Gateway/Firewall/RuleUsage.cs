namespace Slipway.Gateway.Firewall;

/// <summary>How an administrator uses a file of rules.</summary>
/// <param name="Try">How to check that the product accepts the file, without applying it.</param>
/// <param name="Apply">How to apply it.</param>
/// <param name="Undo">How to undo it.</param>
public sealed record RuleUsage(string Try, string Apply, string Undo);
