using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules;

/// <summary>Orientation is one that Cordova knows.</summary>
internal sealed class OrientationValue : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Orientation is { } orientation && Parse(orientation.Value) is null)
            yield return PreferenceProblems.Orientation.At(orientation.Where, $"'{orientation.Value}' is no orientation.");
    }

    /// <summary>The orientation of a text, or null.</summary>
    public static Orientation? Parse(string text) => text.ToLowerInvariant() switch
    {
        "default" or "all" or "" => Orientation.Default,
        "portrait" => Orientation.Portrait,
        "landscape" => Orientation.Landscape,
        _ => null,
    };
}
