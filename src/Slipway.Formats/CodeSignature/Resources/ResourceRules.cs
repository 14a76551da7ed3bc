using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Resources;

/// <summary>
/// The rules that determine which files of a bundle are sealed. The rule with the highest weight applies, the first one of equal
/// weights. Source: apple-oss-distributions/Security, resources.cpp.
/// </summary>
public sealed class ResourceRules
{
    private const int MostRules = 64;

    private readonly (ResourceRule Rule, Func<string, bool> IsMatch)[] _matchers;

    private ResourceRules(IReadOnlyList<ResourceRule> rules)
    {
        Rules = rules;
        _matchers = [.. rules.Select(rule => (rule, FlatBundleRules.Matcher(rule.Pattern) ?? PosixPattern.Compile(rule.Pattern)))];
    }

    /// <summary>Rules under the key <c>rules</c> that codesign uses for a flat bundle.</summary>
    public static ResourceRules FlatV1 { get; } = new(FlatBundleRules.V1);

    /// <summary>Rules under the key <c>rules2</c> that codesign uses for a flat bundle.</summary>
    public static ResourceRules FlatV2 { get; } = new(FlatBundleRules.V2);

    /// <summary>The rules in their order.</summary>
    public IReadOnlyList<ResourceRule> Rules { get; }

    /// <summary>Reads the value of <c>rules</c> or <c>rules2</c>.</summary>
    /// <exception cref="MalformedInputException">There are too many rules, or one is malformed.</exception>
    public static ResourceRules Read(PlistDictionary rules)
    {
        if (rules.Count > MostRules)
            throw new MalformedInputException("CodeResources", $"there are {rules.Count} rules, more than {MostRules}");
        return new ResourceRules([.. rules.Select(rule => ReadRule(rule.Key, rule.Value))]);
    }

    /// <summary>Returns the rule that applies to a path within the bundle; null when no rule matches, so that the file is not sealed.</summary>
    public ResourceRule? Find(string path)
    {
        ResourceRule? best = null;
        foreach (var (rule, isMatch) in _matchers)
        {
            if ((best is null || rule.Weight > best.Weight) && isMatch(path))
                best = rule;
        }

        return best;
    }

    /// <summary>Returns the rules as a property list, sorted by pattern.</summary>
    public PlistDictionary ToPlist() =>
        new(Rules.OrderBy(rule => rule.Pattern, StringComparer.Ordinal).Select(rule => KeyValuePair.Create(rule.Pattern, rule.ToPlist())));

    private static ResourceRule ReadRule(string pattern, PlistValue value) => value switch
    {
        PlistBoolean isSealed => new ResourceRule(pattern) { IsOmitted = !isSealed.Value },
        PlistDictionary rule => new ResourceRule(pattern, ReadWeight(pattern, rule["weight"]))
        {
            IsOptional = rule.Boolean("optional") is true,
            IsOmitted = rule.Boolean("omit") is true,
            IsNested = rule.Boolean("nested") is true,
        },
        _ => throw new MalformedInputException("CodeResources", "a rule is neither a boolean nor a dictionary", entry: pattern),
    };

    private static uint ReadWeight(string pattern, PlistValue? weight) => weight switch
    {
        null => 1,
        PlistInteger { Value: var number } when number >= 0 && number <= uint.MaxValue => (uint)number,
        PlistReal { Value: >= 0 and <= uint.MaxValue and var number } => (uint)number,
        _ => throw new MalformedInputException("CodeResources", "the weight of a rule is not a number from 0 to 4294967295", entry: pattern),
    };
}

/// <summary>A rule for files of a bundle: the paths that it matches, and how they are sealed.</summary>
/// <param name="Pattern">POSIX extended regular expression, searched for in the path.</param>
/// <param name="Weight">Of the rules that match a path, the one with the highest weight applies.</param>
public sealed record ResourceRule(string Pattern, uint Weight = 1)
{
    /// <summary>The file may be missing; if it exists, it must be the sealed one.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The file is not sealed: it may be added, removed and changed.</summary>
    public bool IsOmitted { get; init; }

    /// <summary>The path is a bundle or program with a signature of its own; the seal holds that signature.</summary>
    public bool IsNested { get; init; }

    /// <summary>
    /// Returns the rule as a value of a property list: <c>true</c>, or a dictionary of the differences from the default. Weights are
    /// written as reals, like codesign does.
    /// </summary>
    public PlistValue ToPlist()
    {
        if (this == new ResourceRule(Pattern))
            return new PlistBoolean(true);
        var entries = new List<KeyValuePair<string, PlistValue>>();
        AddFlag(entries, "nested", IsNested);
        AddFlag(entries, "omit", IsOmitted);
        AddFlag(entries, "optional", IsOptional);
        if (Weight != 1)
            entries.Add(new("weight", new PlistReal(Weight)));
        return new PlistDictionary(entries);
    }

    private static void AddFlag(List<KeyValuePair<string, PlistValue>> entries, string key, bool isSet)
    {
        if (isSet)
            entries.Add(new(key, new PlistBoolean(true)));
    }
}
