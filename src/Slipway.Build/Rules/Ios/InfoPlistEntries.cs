using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Ios;

/// <summary>Reports additions to Info.plist that have no effect.</summary>
internal sealed class InfoPlistEntries : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        var ignored = app.InfoPlist.Where(e => !UsageDescriptions.IsDescription(e.Key) && e.Key != UrlSchemes.Key).ToList();
        if (ignored.Count > 0)
            yield return ConfigurationProblems.Ignored.At(ignored[0].Where, $"Entries for Info.plist were ignored: {string.Join(", ", ignored.Select(e => e.Key).Distinct())}.");
    }
}
