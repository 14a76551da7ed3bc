using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>The preference BackgroundColor is a colour.</summary>
internal sealed class BackgroundColourSyntax : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.BackgroundColor is { Value.Length: > 0 } setting && !Colour.TryParse(setting.Value, out _))
            yield return PreferenceProblems.Colour.At(setting.Where, $"'{setting.Value}' is not a colour and was ignored.");
    }
}
