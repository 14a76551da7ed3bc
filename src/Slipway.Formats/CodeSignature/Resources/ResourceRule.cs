using Slipway.Formats.Plist;

namespace Slipway.Formats.CodeSignature.Resources;

/// <summary>One rule about the files of a bundle: which paths it is for, and what happens to them.</summary>
/// <param name="Pattern">POSIX extended regular expression, searched for in the path.</param>
/// <param name="Weight">Of the rules that match a path the one with the highest weight counts.</param>
public sealed record ResourceRule(string Pattern, uint Weight = 1)
{
    /// <summary>The file may be missing; when it is there it must be the one that was sealed.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The file is not sealed: it may be there, be missing and change.</summary>
    public bool IsOmitted { get; init; }

    /// <summary>The path is a bundle or program that has a signature of its own, which is what gets sealed.</summary>
    public bool IsNested { get; init; }

    /// <summary>
    /// The rule as it stands in a property list: <c>true</c>, or a dictionary of what differs from that. Weights are written as
    /// reals, as codesign does.
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
