using System.Text;
using Slipway.Gateway.Firewall.Renderers;
using Slipway.Gateway.Firewall.Targets;
using Slipway.Protocol.Problems;

namespace Slipway.Gateway.Firewall;

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
