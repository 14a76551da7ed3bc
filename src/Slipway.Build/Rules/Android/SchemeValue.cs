using Slipway.Build.Plan;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>The preference Scheme is https or http.</summary>
internal sealed class SchemeValue : IRule
{
    public IEnumerable<Problem> Check(AppDraft app)
    {
        if (app.Scheme is { Value.Length: > 0 } setting && !IsKnown(setting.Value))
            yield return PreferenceProblems.Scheme.At(setting.Where, $"'{setting.Value}' is not a scheme for an app, so the scheme is https.");
    }

    /// <summary>Returns the scheme of a draft.</summary>
    public static string Of(AppDraft app) => app.Scheme is { } setting && IsKnown(setting.Value) ? setting.Value.ToLowerInvariant() : "https";

    private static bool IsKnown(string scheme) => scheme.ToLowerInvariant() is "https" or "http";
}
