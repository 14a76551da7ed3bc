using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>A version consists of numbers.</summary>
/// <param name="isTextAllowed">True for a configuration, in which any text is allowed with a warning.</param>
internal sealed class VersionForm(bool isTextAllowed) : IRule
{
    private const int Longest = 50;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        var version = app.VersionName;
        if (VersionText.Parse(version.Value) is not null)
            yield break;
        yield return isTextAllowed && version.Where != DraftMerger.VersionOption && version.Value.Length <= Longest && !version.Value.Any(char.IsControl)
            ? AppProblems.VersionUnusual.At(version.Where, $"'{version.Value}' is not of the form 1.2.3.")
            : AppProblems.VersionInvalid.At(version.Where, $"'{version.Value}' is not a version.");
    }
}
