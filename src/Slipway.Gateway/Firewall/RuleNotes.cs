namespace Slipway.Gateway.Firewall;

/// <summary>The notes for every set of rules: comments in the file when its format has comments, otherwise printed beside it.</summary>
public static class RuleNotes
{
    /// <summary>The prefix of a warning that is printed wherever the rules go.</summary>
    public const string Loud = "WARNING:";

    /// <summary>Returns what an administrator has to know before they use the rules.</summary>
    public static IEnumerable<string> Warnings(RuleTarget target, RuleSet rules)
    {
        if (rules.Source is { } source)
            yield return $"Warning: all customers of Amazon's {source.Filter.Service} share these addresses; whoever has one is reached, not only the service. Allow by name as well, or instead, where something can.";
        if (target.OpensNameServers && rules.Resolvers.Count == 0)
            yield return Loud + " port 53 is open to every address, and data can leave through it: give --resolver ADDRESS, or --resolver system.";
        foreach (var limit in target.Limits.Where(l => l.OnlyTold && l.IsExceeded(rules)))
            yield return "Warning: " + limit.Tell(rules, target.Title);
        foreach (var note in target.Notes)
            yield return note;
    }

    /// <summary>Returns how to try, apply and undo the file.</summary>
    public static IEnumerable<string> Usage(RuleTarget target) =>
        target.Usage is { } usage ? [$"Try without applying: {usage.Try}", $"Apply: {usage.Apply}", $"Undo: {usage.Undo}"] : [];

    internal static IEnumerable<string> Of(RuleTarget target, RuleSet rules) => [rules.Origin, .. Warnings(target, rules), .. Usage(target)];
}
