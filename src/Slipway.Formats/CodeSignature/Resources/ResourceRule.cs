using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Resources;

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
