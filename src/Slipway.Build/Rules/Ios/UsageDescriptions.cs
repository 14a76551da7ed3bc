using Slipway.Build.Plan;
using Slipway.Formats.Plist;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>Usage descriptions are strings and not empty: iOS ends an app that asks for a permission without one.</summary>
internal sealed class UsageDescriptions : IRule
{
    private const string Ending = "UsageDescription";

    public IEnumerable<Problem> Check(AppDraft app) =>
        from entry in app.InfoPlist
        where IsDescription(entry.Key) && entry.Value is not PlistString { Value.Length: > 0 }
        select IosProblems.UsageDescription.At(entry.Where, $"{entry.Key} is empty or not a string.");

    /// <summary>Returns whether a key is that of a usage description.</summary>
    public static bool IsDescription(string key) => key.StartsWith("NS", StringComparison.Ordinal) && key.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Returns the usage descriptions of a draft that passed the rules, by key; a later one replaces an earlier one.</summary>
    public static SortedDictionary<string, string> Of(AppDraft app)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in app.InfoPlist)
        {
            if (IsDescription(entry.Key) && entry.Value is PlistString text)
                texts[entry.Key] = text.Value;
        }

        return texts;
    }
}
