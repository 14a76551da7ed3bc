using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The preference Fullscreen is true or false.</summary>
internal sealed class FullscreenValue : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Fullscreen is { } setting && setting.Value.Length > 0 && !bool.TryParse(setting.Value, out _))
            yield return PreferenceProblems.Boolean.At(setting.Where, $"Fullscreen is '{setting.Value}', which counts as false.");
    }
}
