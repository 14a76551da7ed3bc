using System.Text;
using Slipway.Firewall.Renderers;
using Slipway.Firewall.Targets;
using Slipway.Protocol.Problems;

namespace Slipway.Firewall;

/// <summary>All products for which rules can be written.</summary>
public static class RuleTargets
{
    /// <summary>The products, by name.</summary>
    public static IReadOnlyList<RuleTarget> All { get; } =
        [.. new[] { KernelTargets.All, DeviceTargets.All, CloudTargets.All, TerraformTargets.All, ProxyTargets.All, ClusterTargets.All, ListTargets.All }
            .SelectMany(t => t)
            .OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>Writes the rules for a product.</summary>
    /// <exception cref="ProblemException">The product cannot express the rules or lacks the capacity for them.</exception>
    public static string Render(RuleTarget target, RuleSet rules)
    {
        var way = rules.ByDomain ? "domain" : "ip";
        var render = (rules.ByDomain ? target.ByDomain : target.ByAddress)
            ?? throw new ProblemException(FirewallProblems.WayNotSupported.At($"--by {way}",
                $"{target.Name} has no rules by {(rules.ByDomain ? "name" : "address")}."));
        rules = OnePart(target, rules);
        if (target.Limits.FirstOrDefault(l => !l.OnlyTold && l.IsExceeded(rules)) is { } limit)
            throw new ProblemException(FirewallProblems.OverLimit.At(target.Name, limit.Tell(rules, target.Title)));
        var body = render(rules);
        if (target.Comment is not { } comment)
            return body;
        var text = new StringBuilder();
        if (target.FirstLine is { } first)
            text.Line(first);
        foreach (var line in RuleNotes.Of(target, rules))
            text.Line(comment + line);
        return text.Append(body).ToString();
    }

    /// <summary>Returns the requested part of the rules; all of them when none is requested.</summary>
    /// <exception cref="ProblemException">There is no such part.</exception>
    public static RuleSet OnePart(RuleTarget target, RuleSet rules)
    {
        if (rules.Part is not { } part)
            return rules;
        if (target.PartSize is null || rules.ByDomain)
            throw new ProblemException(FirewallProblems.PartNotThere.At("--part", $"{target.Name} is not cut into parts."));
        var size = Math.Max(1, target.PartSize(rules));
        var parts = rules.PartsOf(size);
        if (part > parts)
            throw new ProblemException(FirewallProblems.PartNotThere.At($"--part {part}", $"There are {parts} parts."));
        return rules with { Part = null, Ipv4 = [.. rules.Ipv4.Skip((part - 1) * size).Take(size)], Ipv6 = [.. rules.Ipv6.Skip((part - 1) * size).Take(size)] };
    }
}

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
