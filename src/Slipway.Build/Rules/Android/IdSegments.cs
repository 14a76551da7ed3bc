using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>An id has at least two segments.</summary>
internal sealed class IdSegments : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (!app.Id.Value.Contains('.', StringComparison.Ordinal))
            yield return AppProblems.IdOneSegment.At(app.Id.Where, $"The id '{app.Id.Value}' has no dot.");
    }
}
