using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>API levels are within the range that the shell supports, and in order. Lower levels are raised, because old projects contain them.</summary>
internal sealed class SdkLevels : IRule
{
    /// <summary>The lowest level that the shell runs on.</summary>
    public const int Lowest = 24;

    /// <summary>The level that the shell targets.</summary>
    public const int Highest = 36;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        foreach (var setting in new[] { app.MinSdk, app.TargetSdk })
        {
            if (setting is { Value.Length: > 0 } && Parse(setting) is null)
                yield return PreferenceProblems.SdkNotANumber.At(setting.Where, $"'{setting.Value}' is not a number and was ignored.");
        }

        if (Parse(app.MinSdk) is { } min)
        {
            if (min > Highest)
                yield return PreferenceProblems.SdkRange.At(app.MinSdk!.Where, $"The minimum level is {min}; it must be from {Lowest} to {Highest}.");
            else if (min < Lowest)
                yield return ConfigurationProblems.Ignored.At(app.MinSdk!.Where, $"android-minSdkVersion {min} was raised to {Lowest}, the lowest level that the shell runs on.");
        }

        if (Parse(app.TargetSdk) is { } target && target != Target(app))
        {
            var why = target > Highest ? $"lowered to {Target(app)}, the level that the shell is made for" : $"raised to the minimum level {Target(app)}";
            yield return ConfigurationProblems.Ignored.At(app.TargetSdk!.Where, $"android-targetSdkVersion {target} was {why}.");
        }
    }

    /// <summary>Returns the lowest API level of a draft.</summary>
    public static int Min(AppDraft app) => Math.Max(Parse(app.MinSdk) ?? Lowest, Lowest);

    /// <summary>Returns the target API level of a draft.</summary>
    public static int Target(AppDraft app) => Math.Max(Math.Min(Parse(app.TargetSdk) ?? Highest, Highest), Min(app));

    private static int? Parse(Setting? setting) =>
        int.TryParse(setting?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
}
