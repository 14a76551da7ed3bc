using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>A version consists of numbers.</summary>
internal sealed class VersionForm : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (VersionText.Parse(app.VersionName.Value) is null)
            yield return AppProblems.VersionInvalid.At(app.VersionName.Where, $"'{app.VersionName.Value}' is not a version.");
    }
}
