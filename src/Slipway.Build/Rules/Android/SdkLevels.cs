using System.Globalization;
using Slipway.Build.Plan;
using Slipway.Build.Read;
using Slipway.Protocol.Problems;

namespace Slipway.Build.Rules.Android;

/// <summary>API levels are within what the shell supports, and in order.</summary>
internal sealed class SdkLevels : IRule
{
    /// <summary>The lowest level that the shell runs on.</summary>
    public const int Lowest = 24;

    /// <summary>The level that the shell is made for.</summary>
    public const int Highest = 36;

    public IEnumerable<Problem> Check(AppDraft app)
    {
        var min = Parse(app.MinSdk, Lowest);
        var target = Parse(app.TargetSdk, Highest);
        if (min is null)
            yield return PreferenceProblems.SdkNotANumber.At(app.MinSdk!.Where, $"'{app.MinSdk.Value}' is not a number.");
        if (target is null)
            yield return PreferenceProblems.SdkNotANumber.At(app.TargetSdk!.Where, $"'{app.TargetSdk.Value}' is not a number.");
        if (min is < Lowest or > Highest)
            yield return PreferenceProblems.SdkRange.At(app.MinSdk!.Where, $"The minimum level is {min}; it must be from {Lowest} to {Highest}.");
        if (target is > Highest or < Lowest)
            yield return PreferenceProblems.SdkRange.At(app.TargetSdk!.Where, $"The target level is {target}; it must be from {Lowest} to {Highest}.");
        if (min is >= Lowest and <= Highest && target is >= Lowest and <= Highest && min > target)
            yield return PreferenceProblems.SdkRange.At((app.TargetSdk ?? app.MinSdk)!.Where, $"The minimum level {min} is above the target level {target}.");
    }

    /// <summary>The level of a setting, or the level that counts without one; null when it is not a number.</summary>
    public static int? Parse(Setting? setting, int otherwise)
    {
        if (setting is null)
            return otherwise;
        return int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
    }
}
