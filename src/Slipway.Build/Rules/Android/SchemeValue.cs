using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>Scheme is https or http.</summary>
internal sealed class SchemeValue : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Scheme is { } setting && setting.Value.ToLowerInvariant() is not ("https" or "http"))
            yield return PreferenceProblems.Scheme.At(setting.Where, $"'{setting.Value}' is no scheme for an app.");
    }
}
