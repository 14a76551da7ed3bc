using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>No two files differ only in upper and lower case.</summary>
internal sealed class NamesDifferByMoreThanCase : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        var seen = new Dictionary<string, string>(app.Source.WebFiles.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var file in app.Source.WebFiles)
        {
            if (!seen.TryAdd(file.Path, file.Path))
                yield return FileProblems.CaseTwins.At(file.Path, $"'{seen[file.Path]}' differs only in case.");
        }
    }
}
