using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>An id is short enough for the names of the folders that Android makes for the app.</summary>
internal sealed class IdLength : IRule
{
    private const int Longest = 150;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Id.Value.Length > Longest)
            yield return AppProblems.IdTooLong.At(app.Id.Where, $"The id has {app.Id.Value.Length} characters; {Longest} are allowed.");
    }
}
