using Slipway.Build.Plan;
using Slipway.Formats.Plist;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>The reasons that people are told are texts, and not empty: iOS ends an app that asks without one.</summary>
internal sealed class UsageDescriptions : IRule
{
    private const string Ending = "UsageDescription";

    public IEnumerable<Problem> Check(AppDraft app) =>
        from entry in app.InfoPlist
        where IsDescription(entry.Key) && entry.Value is not PlistString { Value.Length: > 0 }
        select IosProblems.UsageDescription.At(entry.Where, $"{entry.Key} is empty or no text.");

    /// <summary>Is it the key of a reason?</summary>
    public static bool IsDescription(string key) => key.StartsWith("NS", StringComparison.Ordinal) && key.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>The reasons of a draft that passed the rules, by key; a later one wins.</summary>
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
